/// An address on this site, safe to send someone to.
///
/// What is interpolated into a literal is escaped, so it stays the one segment or value it is:
/// `"/reviews/\(slug)?page=\(page)"`. An address that came from outside goes through
/// ``init(untrusted:)``.
public struct LocalTarget: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// Path and query, starting with exactly one `/`.
  public let text: String

  /// Accepts a path on this site; `nil` for anything that a browser could take for another site.
  public init?(untrusted text: String) {
    let bytes = Array(text.utf8)
    guard
      bytes.first == UInt8(ascii: "/"), bytes.count <= 2048,
      bytes.count == 1 || bytes[1] != UInt8(ascii: "/"),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    self.text = text
  }

  /// Creates a target from a literal, which must start with one `/`.
  public init(stringLiteral value: String) {
    guard let target = LocalTarget(untrusted: value) else {
      preconditionFailure("A local target starts with one slash and is ASCII: \(value)")
    }
    self = target
  }

  /// Creates a target from a literal with values.
  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text.first == "/" ? stringInterpolation.text : "/"
  }

  /// Collects the literal and the escaped values.
  ///
  /// A target begins with a literal piece or another target; a value in first place is one segment
  /// below the root, so that none can name another site or stop the process.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    /// Creates an empty collection.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds a piece of the literal as it stands.
    public mutating func appendLiteral(_ literal: String) {
      guard text.isEmpty, !literal.isEmpty else { return text += literal }
      text = LocalTarget(stringLiteral: literal).text
    }

    /// Begins with another target.
    public mutating func appendInterpolation(_ base: LocalTarget) {
      text += text.isEmpty ? base.text : PercentCoding.encode(base.text)
    }

    /// Adds a value, escaped.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += (text.isEmpty ? "/" : "") + PercentCoding.encode(value.description)
    }

    /// Adds a query string.
    public mutating func appendInterpolation(_ query: Query) {
      text += (text.isEmpty ? "/" : "") + query.text
    }
  }
}
