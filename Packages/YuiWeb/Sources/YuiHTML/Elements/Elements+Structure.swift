/// A whole document, with its document type in front.
public func html(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  var document = HTML()
  document.bytes.append(literal: "<!DOCTYPE html>\n")
  document += element("html", attributes, content())
  return document
}

/// The part of a document that is not shown.
public func head(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("head", attributes, content())
}

/// The part of a document that is shown.
public func body(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("body", attributes, content())
}

/// The title of a document, or the name of a picture inside `svg`.
public func title(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("title", attributes, content())
}

/// A statement about the document.
public func meta(_ attributes: Attribute...) -> HTML {
  voidElement("meta", attributes)
}

/// A link from the document to another resource.
public func link(_ attributes: Attribute...) -> HTML {
  voidElement("link", attributes)
}

/// The introduction of a page or section.
public func header(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("header", attributes, content())
}

/// A group of links to move around with.
public func nav(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("nav", attributes, content())
}

/// What the page is about; one on each page.
public func main(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("main", attributes, content())
}

/// The close of a page or section.
public func footer(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("footer", attributes, content())
}

/// A part of a page that has a heading.
public func section(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("section", attributes, content())
}

/// A part of a page that makes sense alone.
public func article(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("article", attributes, content())
}

/// A part of a page beside its main subject.
public func aside(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("aside", attributes, content())
}

/// A heading with the lines that belong to it.
public func hgroup(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("hgroup", attributes, content())
}

/// The heading of the page; one on each page.
public func h1(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("h1", attributes, content())
}

/// A heading of the second level.
public func h2(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("h2", attributes, content())
}

/// A heading of the third level.
public func h3(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("h3", attributes, content())
}

/// A heading of the fourth level.
public func h4(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("h4", attributes, content())
}

/// A group without a meaning of its own.
public func div(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("div", attributes, content())
}

/// A part that opens on demand.
public func details(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("details", attributes, content())
}

/// The line that opens a `details` element.
public func summary(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("summary", attributes, content())
}

/// A window over the page, which a script opens.
public func dialog(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("dialog", attributes, content())
}

/// A script of this site; there are no inline scripts.
public func script(_ attributes: Attribute...) -> HTML {
  element("script", attributes, HTML())
}
