/// A text of a page with the language that it is marked with.
public struct MarkedText: Sendable {
  /// The language that the nearest `lang` says.
  public let language: String
  /// The text between two tags.
  public let text: String

  /// Elements without an end, and such as hold no text for people.
  private static let void: Set = ["meta", "link", "input", "br", "hr", "img", "col"]
  private static let silent: Set = ["title", "script", "style", "textarea"]

  /// Reads a document that this program made: every element that begins also ends.
  public static func all(in page: String) -> [MarkedText] {
    var found: [MarkedText] = []
    var open: [(name: String, language: String)] = [("", "")]
    for piece in page.matches(of: /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/) {
      if let name = piece.2.map(String.init) {
        if piece.1?.isEmpty == false {
          open.removeLast()
        } else if !void.contains(name), piece.3?.hasSuffix("/") != true {
          let own = piece.3?.firstMatch(of: /\slang="([^"]*)"/).map { String($0.1) }
          open.append((name, own ?? open.last?.language ?? ""))
        }
      } else if let text = piece.4, let inside = open.last, !silent.contains(inside.name) {
        found.append(MarkedText(language: inside.language, text: String(text)))
      }
    }
    return found
  }

  /// Whether it holds characters that Japanese is written in.
  public var hasJapanese: Bool {
    text.unicodeScalars.contains {
      (0x3041...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
    }
  }
}
