/// The server that takes mail for the world (SMTP).
///
/// A connection to `smtp://` is encrypted where the server offers it, and must be where a password
/// is sent to another machine; `smtps://` is encrypted from the start.
///
/// ```swift
/// try MailServer("smtp://mail.city.example.jp:587", user: "yui", password: secret).send(message)
/// ```
public struct MailServer: Sendable {
  /// Where it is: `smtp://host:port` or `smtps://host:port`.
  public var url: String
  /// The name under which one signs in there; nil where one need not.
  public var user: String?
  /// The password of ``user``.
  public var password: String?
  /// How long connecting may take, in milliseconds.
  public var connectMilliseconds = 10_000
  /// How long the whole may take, in milliseconds.
  public var totalMilliseconds = 60_000

  /// Names a server.
  public init(_ url: String, user: String? = nil, password: String? = nil) {
    self.url = url
    self.user = user
    self.password = password
  }

  /// Hands a message over and waits until the server has taken it.
  public func send(_ message: MailMessage) throws(MailError) {
    try MailTransfer(message, to: self).run()
  }
}

/// Why a message was not taken.
public struct MailError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The reply of the server, such as 550; nil where there was none.
  public let reply: Int?
  /// What happened.
  public let message: String

  /// Whether another attempt would fail the same way: the server refused for good (5xx).
  public var isFinal: Bool { reply.map { $0 >= 500 } ?? false }

  /// The error in one line.
  public var description: String { reply.map { "\($0): \(message)" } ?? message }
}
