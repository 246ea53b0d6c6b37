/// A paragraph.
public func p(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("p", attributes, content())
}

/// A link.
public func a(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("a", attributes, content())
}

/// A run of text without a meaning of its own.
public func span(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("span", attributes, content())
}

/// Text of importance.
public func strong(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("strong", attributes, content())
}

/// Text with stress.
public func em(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("em", attributes, content())
}

/// Side remarks and small print.
public func small(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("small", attributes, content())
}

/// A date or time; `datetime` holds it for machines.
public func time(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("time", attributes, content())
}

/// Text of a computer.
public func code(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("code", attributes, content())
}

/// A key of the keyboard.
public func kbd(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("kbd", attributes, content())
}

/// Text whose line breaks and spaces count.
public func pre(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("pre", attributes, content())
}

/// A longer quotation.
public func blockquote(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("blockquote", attributes, content())
}

/// An abbreviation.
public func abbr(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("abbr", attributes, content())
}

/// Text with its reading; the reading goes into `rt`.
public func ruby(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("ruby", attributes, content())
}

/// The reading of the text in `ruby`.
public func rt(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("rt", attributes, content())
}

/// What stands around `rt` where ruby isn't shown.
public func rp(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("rp", attributes, content())
}

/// A line break that belongs to the text, as in an address.
public func br(_ attributes: Attribute...) -> HTML {
  voidElement("br", attributes)
}

/// A change of subject.
public func hr(_ attributes: Attribute...) -> HTML {
  voidElement("hr", attributes)
}

/// A list whose order does not matter.
public func ul(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("ul", attributes, content())
}

/// A list whose order matters.
public func ol(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("ol", attributes, content())
}

/// An item of a list.
public func li(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("li", attributes, content())
}

/// A list of terms with their descriptions.
public func dl(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("dl", attributes, content())
}

/// A term of a description list.
public func dt(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("dt", attributes, content())
}

/// A description in a description list.
public func dd(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("dd", attributes, content())
}

/// A picture, chart or table with its caption.
public func figure(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("figure", attributes, content())
}

/// The caption of a figure.
public func figcaption(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("figcaption", attributes, content())
}

/// A picture; `alt` says what it shows, empty when it only decorates.
public func img(_ attributes: Attribute...) -> HTML {
  voidElement("img", attributes)
}
