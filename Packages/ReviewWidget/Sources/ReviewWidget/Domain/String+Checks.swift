extension String {
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
