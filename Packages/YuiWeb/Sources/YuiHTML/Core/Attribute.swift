/// An attribute of an element; its name comes from this library, its value is escaped.
///
/// A value of `nil` leaves the attribute out:
///
/// ```swift
/// a(.href("/reviews"), .class(isCurrent ? "current" : nil)) { "Reviews" }
/// ```
public struct Attribute: Sendable {
  private enum Content {
    case absent
    case flag
    case text(String)
  }

  private let prefix: StaticString
  private let name: StaticString
  private let content: Content

  init(_ name: StaticString, _ value: String?, prefix: StaticString = "") {
    self.prefix = prefix
    self.name = name
    content = value.map { .text($0) } ?? .absent
  }

  init(_ name: StaticString, flag: Bool) {
    prefix = ""
    self.name = name
    content = flag ? .flag : .absent
  }

  /// Gives an attribute only when a condition holds.
  public static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute {
    condition ? attribute : Attribute("", flag: false)
  }

  func write(to bytes: inout [UInt8]) {
    if case .absent = content { return }
    bytes.append(UInt8(ascii: " "))
    bytes.append(literal: prefix)
    bytes.append(literal: name)
    guard case .text(let value) = content else { return }
    bytes.append(literal: "=\"")
    bytes.append(escaping: value)
    bytes.append(UInt8(ascii: "\""))
  }
}
