/// A form.
public func form(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("form", attributes, content())
}

/// A group of controls; its name goes into `legend`.
public func fieldset(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("fieldset", attributes, content())
}

/// The name of a `fieldset`.
public func legend(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("legend", attributes, content())
}

/// The name of a control.
public func label(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("label", attributes, content())
}

/// A control of one line, a choice, or a file.
public func input(_ attributes: Attribute...) -> HTML {
  voidElement("input", attributes)
}

/// A choice from a list.
public func select(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("select", attributes, content())
}

/// A named group in a list of choices.
public func optgroup(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("optgroup", attributes, content())
}

/// A choice in a list.
public func option(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("option", attributes, content())
}

/// What a control suggests to enter, as a list of `option`s that its `list` names.
public func datalist(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("datalist", attributes, content())
}

/// A button.
public func button(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("button", attributes, content())
}

/// A result that changes with the form.
public func output(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("output", attributes, content())
}

/// How far a task has come.
public func progress(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("progress", attributes, content())
}

/// A control of several lines that holds a text.
///
/// Parsers drop a line feed right after the start tag, so one is always written there.
public func textarea(_ attributes: Attribute..., text: String) -> HTML {
  element("textarea", attributes, HTML("\n" + text))
}
