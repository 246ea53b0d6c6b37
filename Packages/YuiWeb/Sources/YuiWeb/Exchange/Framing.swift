/// Who may show a response inside a page of their own.
enum Framing: Sendable, Hashable {
  case refused
  case allowed([String])
  case anyone

  /// Whether a text is an origin: it stands in a header, so it is looked at closely.
  static func isOrigin(_ text: String) -> Bool {
    let scheme = ["https://", "http://"].first(where: text.hasPrefix)
    guard let scheme else { return false }
    let host = text.utf8.dropFirst(scheme.utf8.count)
    return !host.isEmpty
      && host.allSatisfy {
        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x3A
      }
  }
}
