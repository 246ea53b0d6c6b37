/// Why a server can't start.
public struct ServerError: Error, Sendable, CustomStringConvertible {
  /// What happened, with the address.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
