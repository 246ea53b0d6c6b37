/// Sends HTTP requests and waits for their answers.
///
/// It follows no redirects, keeps no cookies, uses no proxy from the environment and speaks only
/// http and https. Each request has a connection of its own; the calling thread waits.
///
/// ```swift
/// let answer = try HTTPClient().send(HTTPClientRequest("GET", "http://localhost:8080/health"))
/// answer.status   // 200
/// ```
public struct HTTPClient: Sendable {
  /// The Unix socket to connect to in place of the host, which then only stands in the request.
  public var unixSocket: String?
  /// Whether `localhost` and names below it are 127.0.0.1, whatever the resolver says.
  public var resolvesLocalhost: Bool
  /// Whether addresses of this machine and of private networks are refused, whatever name leads to
  /// them: for addresses that people entered.
  public var refusesPrivateAddresses = false
  /// How long connecting may take, in milliseconds.
  public var connectMilliseconds: Int
  /// How long the whole may take, in milliseconds.
  public var totalMilliseconds: Int
  /// How many bytes headers and body of an answer may have together.
  public var sizeLimit: Int

  /// Creates a client.
  public init(
    unixSocket: String? = nil, resolvesLocalhost: Bool = true, connectMilliseconds: Int = 5_000,
    totalMilliseconds: Int = 30_000, sizeLimit: Int = 64 * 1024 * 1024
  ) {
    self.unixSocket = unixSocket
    self.resolvesLocalhost = resolvesLocalhost
    self.connectMilliseconds = connectMilliseconds
    self.totalMilliseconds = totalMilliseconds
    self.sizeLimit = sizeLimit
  }

  /// Sends a request and waits for its answer, whatever its status.
  public func send(_ request: HTTPClientRequest) throws(HTTPClientError) -> HTTPClientResponse {
    try Transfer(request, client: self).run()
  }
}
