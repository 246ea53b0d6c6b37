extension [UInt8] {
  /// Appends text so that it is only text in element content and in double-quoted attributes.
  ///
  /// Control characters have no place in HTML: they become U+FFFD, except tab and line feed;
  /// a carriage return is kept as a character reference, which parsers do not fold away.
  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        // Everything above ">" but DEL is plain, which is nearly all of Japanese text.
        if byte > 0x3E && byte != 0x7F { continue }
        guard let replacement = replacement(for: byte) else { continue }
        append(contentsOf: utf8[start..<index])
        append(literal: replacement)
        start = index + 1
      }
      append(contentsOf: utf8[start...])
    }
  }

  private func replacement(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0x0D: "&#13;"
    case 0x09, 0x0A: nil
    case ..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
  }

  mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }
}
