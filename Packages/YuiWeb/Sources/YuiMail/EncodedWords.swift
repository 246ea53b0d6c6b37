import FoundationEssentials

/// Text in the seven bits that mail takes.
enum EncodedWords {
  /// The most characters of a line that has encoded words (RFC 2047, 2).
  private static let longestLine = 76

  /// A header of that name: with the text as it is, or as encoded words on lines of their own.
  static func header(_ name: String, _ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if isPlain, text.utf8.count <= 60, !text.contains("=?") { return "\(name): \(text)" }
    var words: [[UInt8]] = [[]]
    // The first word stands behind the name, any other behind a space.
    var longest = mostBytes(behind: name.utf8.count + 2)
    // A word ends between characters: each is decoded by itself.
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > longest {
        words.append([])
        longest = mostBytes(behind: 1)
      }
      words[words.count - 1] += bytes
    }
    return name + ": " + words.map { "=?utf-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
  }

  /// The most bytes of a word behind so many characters: base64 makes four of three, and the frame
  /// has twelve.
  private static func mostBytes(behind characters: Int) -> Int {
    (longestLine - characters - 12) / 4 * 3
  }

  static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// Lines of at most 76 characters, each with its end.
  static func folded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: 76).flatMap { start in
      bytes[start..<min(start + 76, bytes.count)] + [0x0D, 0x0A]
    }
  }
}
