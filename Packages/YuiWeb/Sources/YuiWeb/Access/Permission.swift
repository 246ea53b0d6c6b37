/// Something a caller may do, `{module}:{permission}`; also the scope of a token.
public struct Permission: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
  /// The permission as text, such as `reviews:read`.
  public let rawValue: String

  /// Names a permission.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Names a permission in a literal.
  public init(stringLiteral value: String) {
    rawValue = value
  }
}
