import YuiText

/// A text in lines of at most a width, as large as it fits: SVG breaks no lines by itself.
///
/// Kanji, kana and hangul fill a square; of other letters the width is estimated, rather too wide.
struct SetText: Sendable {
  /// What is not broken: a word, a character with the punctuation behind it, words with a reading.
  struct Piece: Sendable {
    var words: String
    var reading: String?
    /// In squares of the size of the text.
    var width: Double
  }

  let lines: [[Piece]]
  let size: Double

  /// Sets a text.
  ///
  /// - Parameters:
  ///   - width: how long a line may be.
  ///   - sizes: the sizes to try, the largest first.
  ///   - most: the most lines, unless the last size needs more.
  init(_ text: String, width: Double, sizes: [Double], lines most: Int) {
    let pieces = RubyText(text).parts.flatMap(Self.pieces)
    let size =
      sizes.first { Self.lines(pieces, width: width / $0).count <= most } ?? sizes.last ?? 1
    self.size = size
    lines = Self.balanced(pieces, width: width / size)
  }

  var hasReadings: Bool { lines.joined().contains { $0.reading != nil } }

  private static func pieces(_ part: RubyText.Part) -> [Piece] {
    if let reading = part.reading {
      return [Piece(words: part.words, reading: reading, width: width(part.words))]
    }
    var pieces: [Piece] = []
    var previous: Character = " "
    for character in part.words {
      let width = pieces.last?.width ?? 0
      if pieces.isEmpty || mayBreak(between: previous, and: character, after: width) {
        pieces.append(Piece(words: "", reading: nil, width: 0))
      }
      pieces[pieces.count - 1].words.append(character)
      pieces[pieces.count - 1].width += character.squares
      previous = character
    }
    return pieces
  }

  /// Words of letters and of katakana stay whole, unless they have no end.
  private static func mayBreak(
    between previous: Character, and next: Character, after width: Double
  ) -> Bool {
    if next == " " || next.staysOnLine { return false }
    if width >= 12 || previous == " " { return true }
    return (previous.isWide || next.isWide) && !(previous.isKatakana && next.isKatakana)
  }

  static func width(_ words: String) -> Double { words.reduce(0) { $0 + $1.squares } }

  private static func lines(_ pieces: [Piece], width: Double) -> [[Piece]] {
    var lines: [[Piece]] = []
    var used = width
    for piece in pieces {
      if used + piece.width > width || lines.isEmpty {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(piece)
      used += piece.width
    }
    return lines
  }

  /// As many lines as the width needs, and each about as long as the others.
  private static func balanced(_ pieces: [Piece], width: Double) -> [[Piece]] {
    var best = lines(pieces, width: width)
    var narrower = width - 0.5
    while best.count > 1, narrower > 1 {
      let next = lines(pieces, width: narrower)
      if next.count > best.count { break }
      best = next
      narrower -= 0.5
    }
    return best
  }
}

extension Character {
  private var scalar: UInt32 { unicodeScalars.first?.value ?? 0 }

  /// Whether it fills a square, and a line may break before and behind it.
  fileprivate var isWide: Bool {
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0x1F300...0x3FFFF:
      true
    default: false
    }
  }

  fileprivate var isKatakana: Bool { (0x30A1...0x30FF).contains(scalar) }

  /// Whether it may not begin a line (JIS X 4051).
  fileprivate var staysOnLine: Bool {
    "、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;?!)]}".contains(self)
  }

  fileprivate var squares: Double {
    if isWide { return 1 }
    return switch self {
    case " ", "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!": 0.33
    case "f", "r", "t", "-", "/", "(", ")": 0.42
    case "m", "w", "M", "W", "@", "%": 0.96
    case "A"..."Z": 0.74
    default: 0.63
    }
  }
}
