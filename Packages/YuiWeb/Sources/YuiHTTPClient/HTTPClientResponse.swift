/// What a server answered.
public struct HTTPClientResponse: Sendable, Hashable {
  /// The status, such as 200.
  public let status: Int
  /// The headers as they came, repeated ones too.
  public let headers: [HTTPClientHeader]
  /// The body.
  public let body: [UInt8]

  /// The body as text, with U+FFFD where it is not UTF-8.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The first value of a header; case does not matter.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// All values of a header, in order; case does not matter.
  public func headers(named name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }
}
