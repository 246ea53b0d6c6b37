extension String {
  /// Whether the text is one line without control characters.
  var isOneLine: Bool { unicodeScalars.allSatisfy { !$0.isControl } }

  /// The texts between semicolons, without empty ones.
  var separatedBySemicolons: [String] {
    utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
  }

  /// Whether a text has at most so many characters.
  func isWithin(_ most: Int) -> Bool {
    // Counting characters is dear, and a character has at least one byte.
    utf8.count <= most || count <= most
  }

  /// The text with `\n` for each end of line.
  var withUnixNewlines: String {
    utf8.contains(0x0D) ? replacing("\r\n", with: "\n") : self
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character (general category Cc, which is fixed for ever).
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
