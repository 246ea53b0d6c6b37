import FoundationEssentials
public import YuiWeb

/// What a test got.
public struct TestResponse: Sendable {
  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: Headers
  /// The content.
  public let body: [UInt8]

  /// The content as text.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// Reads the content as JSON.
  public func json<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(body))
  }
}
