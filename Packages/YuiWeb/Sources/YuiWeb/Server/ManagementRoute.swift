/// A call of the operator's tools, beside health and metrics.
///
/// It runs on the slow pool and belongs to no tenant. Routes other than GET answer on Unix sockets
/// only: who may open the socket file may manage.
public struct ManagementRoute: Sendable {
  let method: HTTPMethod
  let path: String
  let handler: @Sendable (Request) throws -> Response

  /// Declares a call.
  public init(
    _ method: HTTPMethod, _ path: String, handler: @escaping @Sendable (Request) throws -> Response
  ) {
    self.method = method
    self.path = path
    self.handler = handler
  }
}
