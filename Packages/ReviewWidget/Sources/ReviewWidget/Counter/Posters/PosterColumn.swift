import YuiHTML
import YuiText

/// Draws from the top of a page downwards, in millimetres on A4.
struct PosterColumn {
  static let width = 210.0
  static let height = 297.0
  /// Wide enough for any printer, and for a frame.
  static let margin = 15.0
  static let textWidth = width - 2 * margin

  /// How far the drawing reaches.
  private(set) var bottom: Double
  private(set) var drawing = HTML()

  init(from top: Double) {
    bottom = top
  }

  mutating func space(_ height: Double) { bottom += height }

  mutating func rule() {
    let y = Self.length(bottom)
    drawing += SVG.line(
      .x1(Self.length(Self.margin)), .y1(y), .x2(Self.length(Self.width - Self.margin)), .y2(y),
      .stroke("#000"), .strokeWidth("0.8"))
  }

  /// Writes lines in the middle of the page, or of a part of it.
  mutating func write(
    _ text: SetText, in language: Language, isBold: Bool = true, typeface: Typeface = .sans,
    center: Double = width / 2
  ) {
    var lines = HTML()
    for line in text.lines {
      if text.hasReadings { bottom += 0.5 * text.size }
      bottom += 1.0 * text.size
      lines += Self.draw(line, size: text.size, center: center, baseline: bottom)
      bottom += 0.3 * text.size
    }
    drawing += SVG.g(
      .lang(language), .fontFamily(typeface.names(for: language)),
      .fontSize(Self.length(text.size)), .fontWeight(isBold ? "700" : "400"),
      .textAnchor("middle")
    ) { lines }
  }

  mutating func draw(height: Double, _ content: (_ top: Double) -> HTML) {
    drawing += content(bottom)
    bottom += height
  }

  /// A line without readings is one text; with readings each piece stands over its own middle.
  private static func draw(
    _ line: [SetText.Piece], size: Double, center: Double, baseline: Double
  ) -> HTML {
    guard line.contains(where: { $0.reading != nil }) else {
      return text(line.map(\.words).joined(), center, baseline)
    }
    var left = center - line.reduce(0) { $0 + $1.width } * size / 2
    return HTML(
      line.map { piece in
        let middle = left + piece.width * size / 2
        left += piece.width * size
        let words = text(piece.words, middle, baseline)
        guard let reading = piece.reading else { return words }
        return HTML([
          words,
          text(reading, middle, baseline - 1.02 * size, .fontSize(length(0.42 * size))),
        ])
      })
  }

  private static func text(
    _ words: String, _ x: Double, _ y: Double, _ size: Attribute = .fontSize(nil)
  ) -> HTML {
    SVG.text(.x(length(x)), .y(length(y)), size) { words }
  }

  /// A length in user units.
  static func length(_ millimetres: Double) -> String {
    NumberText.fixed(millimetres, decimals: 2)
  }
}
