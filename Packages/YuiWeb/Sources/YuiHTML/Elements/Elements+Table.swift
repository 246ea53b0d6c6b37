/// A table.
public func table(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("table", attributes, content())
}

/// The caption of a table.
public func caption(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("caption", attributes, content())
}

/// The header rows of a table.
public func thead(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("thead", attributes, content())
}

/// The body rows of a table.
public func tbody(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("tbody", attributes, content())
}

/// The footer rows of a table.
public func tfoot(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("tfoot", attributes, content())
}

/// A row of a table.
public func tr(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("tr", attributes, content())
}

/// A header cell; `scope` says what it heads.
public func th(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("th", attributes, content())
}

/// A data cell.
public func td(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
  element("td", attributes, content())
}
