/// Text as XML takes it.
enum XMLText {
  /// Lines as comments of their own, none of which ends early; empty without lines.
  static func comments(_ lines: [String]) -> String {
    lines.map { line in
      var words = line.onOneLine
      // Two hyphens end a comment.
      while words.contains("--") { words = words.replacing("--", with: "- -") }
      return "<!-- \(words) -->\n"
    }.joined()
  }

  /// The text with the five characters that mean something escaped, and a space for what XML 1.0 has
  /// no character for.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      case "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
