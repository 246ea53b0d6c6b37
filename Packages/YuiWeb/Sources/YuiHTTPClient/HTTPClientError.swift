/// Why there is no answer.
public struct HTTPClientError: Error, Sendable, Hashable {
  /// The kind of an error.
  public struct Code: Sendable, Hashable {
    private enum Kind {
      case invalidRequest, unreachable, privateAddress, timeout, tooLarge, tls, failed
    }
    private let kind: Kind

    /// The request cannot be sent as it is.
    public static let invalidRequest = Code(kind: .invalidRequest)
    /// Nobody answers at that address.
    public static let unreachable = Code(kind: .unreachable)
    /// The address is one of a private network, and such are refused.
    public static let privateAddress = Code(kind: .privateAddress)
    /// The answer took too long.
    public static let timeout = Code(kind: .timeout)
    /// The answer is larger than allowed.
    public static let tooLarge = Code(kind: .tooLarge)
    /// The server cannot prove who it is, or no encryption can be agreed on.
    public static let tls = Code(kind: .tls)
    /// Anything else that libcurl tells.
    public static let failed = Code(kind: .failed)
  }

  /// The kind of the error.
  public let code: Code
  /// What happened.
  public let message: String
  /// The address asked, without its query, which may hold secrets.
  public let address: String
}

extension HTTPClientError: CustomStringConvertible {
  /// The error in one line.
  public var description: String { "\(address): \(message)" }
}
