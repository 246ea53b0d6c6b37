import FoundationEssentials

extension Response {
  /// JSON with sorted keys.
  ///
  /// Throws what the value's `encode` throws.
  public static func json(_ value: some Encodable, status: Int = 200) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .bytes(
      Array(try encoder.encode(value)), contentType: "application/json", status: status)
  }

  /// 201: something new stands at `location`.
  public static func created(_ location: LocalTarget, json value: some Encodable) throws -> Response
  {
    try json(value, status: 201).header("Location", location.text)
  }

  /// 201 with a document that is made without an encoder.
  public static func created(_ location: LocalTarget, json value: JSONValue) -> Response {
    bytes(value.bytes, contentType: "application/json", status: 201)
      .header("Location", location.text)
  }
}
