/// A header value of a word and parameters: `form-data; name="a"; filename="b.csv"`.
struct HeaderValue: Equatable {
  /// The word in front, in lower case.
  let first: String
  /// The parameters by their names in lower case.
  let parameters: [String: String]

  /// Reads a value, or returns `nil` when it is not well formed or names a parameter twice.
  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    guard !rest.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else { return nil }
    var parameters: [String: String] = [:]
    first = Self.trimmed(Self.take(&rest) { $0 != UInt8(ascii: ";") }).lowercased()
    while rest.popFirst() != nil {
      let name = Self.trimmed(
        Self.take(&rest) { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      ).lowercased()
      // A semicolon at the end is common and harmless.
      if name.isEmpty && rest.isEmpty { break }
      guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "="), parameters[name] == nil,
        let value = Self.value(&rest)
      else { return nil }
      parameters[name] = value
    }
    self.parameters = parameters
  }

  private static func value(_ rest: inout ArraySlice<UInt8>) -> String? {
    _ = take(&rest) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard rest.first == UInt8(ascii: "\"") else {
      return trimmed(take(&rest) { $0 != UInt8(ascii: ";") })
    }
    rest.removeFirst()
    var value: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        let gap = take(&rest) { $0 != UInt8(ascii: ";") }
        return trimmed(gap).isEmpty ? String(decoding: value, as: UTF8.self) : nil
      }
      // Only a quote is ever escaped; other backslashes are part of the name of a file.
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "\"") {
        value.append(rest.removeFirst())
      } else {
        value.append(byte)
      }
    }
    return nil
  }

  private static func take(
    _ rest: inout ArraySlice<UInt8>, while belongs: (UInt8) -> Bool
  ) -> ArraySlice<UInt8> {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return taken
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
