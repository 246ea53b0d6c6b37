extension Attribute {
  /// Says what a header cell heads: `col` or `row`.
  public static func scope(_ value: String?) -> Attribute {
    Attribute("scope", value)
  }

  /// Lets a cell span columns.
  public static func colspan(_ value: Int?) -> Attribute {
    Attribute("colspan", value.map(String.init))
  }

  /// Lets a cell span rows.
  public static func rowspan(_ value: Int?) -> Attribute {
    Attribute("rowspan", value.map(String.init))
  }

  /// Names the header cells of a cell, by their ids.
  public static func headers(_ value: String?) -> Attribute {
    Attribute("headers", value)
  }
}
