/// A request to send.
public struct HTTPClientRequest: Sendable, Hashable {
  /// The method, such as `GET`.
  public var method: String
  /// The address: `http://…` or `https://…`.
  public var url: String
  /// The headers, in order; libcurl adds Host, and Content-Length where there is a body.
  public var headers: [HTTPClientHeader]
  /// The body; `nil` sends none.
  public var body: [UInt8]?

  /// Creates a request.
  public init(
    _ method: String = "GET", _ url: String, headers: [HTTPClientHeader] = [],
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// A header line.
public struct HTTPClientHeader: Sendable, Hashable {
  /// The name, in the case it was sent in.
  public var name: String
  /// The value, without spaces around it.
  public var value: String

  /// Creates a header.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
