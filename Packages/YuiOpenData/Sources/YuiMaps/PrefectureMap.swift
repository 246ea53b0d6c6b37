public import YuiHTML
public import YuiText

/// Japan as a map of equal squares, one a prefecture, darker the more there is in it.
///
/// Large prefectures and small ones are seen alike; a square without a number is one of which nothing
/// is known, not a zero. The same stands in a table.
public struct PrefectureMap: Component {
  private static let side = 44
  private static let columns = 14
  private static let rows = 11

  private let title: String
  private let finding: String?
  private let heading: String
  private let values: [(prefecture: Prefecture, value: Int)]
  private let home: Prefecture?
  private let source: HTML
  private let language: Language

  /// Creates a map.
  ///
  /// - Parameters:
  ///   - title: What, when and in which unit.
  ///   - finding: What one sees, in a sentence.
  ///   - heading: What the numbers are, for the table.
  ///   - values: The numbers that are known.
  ///   - home: The prefecture that is marked.
  ///   - source: Where the numbers come from.
  ///   - language: The language of the page.
  public init(
    _ title: String, finding: String? = nil, heading: String, values: [Prefecture: Int],
    home: Prefecture? = nil, source: HTML = HTML(), language: Language
  ) {
    self.title = title
    self.finding = finding
    self.heading = heading
    self.values = values.map { ($0.key, $0.value) }
      .sorted { ($0.value, $1.prefecture.number) > ($1.value, $0.prefecture.number) }
    self.home = home
    self.source = source
    self.language = language
  }

  /// The map.
  public var markup: HTML {
    figure(.class("chart tile-map")) {
      figcaption(.class("chart__title")) { title }
      if let finding { p(.class("chart__finding")) { finding } }
      picture
      details(.class("disclosure")) {
        summary {
          Icon.chevronDown.markup
          MapWording.table[language]
        }
        table
      }
      if !source.isEmpty { div(.class("chart__source")) { source } }
    }
  }

  private var picture: HTML {
    let known = Dictionary(values.map { ($0.prefecture, $0.value) }) { first, _ in first }
    return SVG.svg(
      .class("tile-map__picture"), .aria("hidden", "true"),
      .viewBox("0 0 \(Self.columns * Self.side) \(Self.rows * Self.side)")
    ) {
      for prefecture in Prefecture.all { square(prefecture, known[prefecture]) }
    }
  }

  private func square(_ prefecture: Prefecture, _ value: Int?) -> HTML {
    let (x, y) = (prefecture.column * Self.side, prefecture.row * Self.side)
    let level = value.map(level) ?? 0
    let isLong = language == .ja && prefecture.short[.ja].count > 2
    let home = prefecture == home ? " tile-map__square--home" : ""
    return SVG.g {
      SVG.rect(
        .class("tile-map__square tile-map__square--\(level)\(home)"), .x("\(x + 2)"),
        .y("\(y + 2)"), .width("\(Self.side - 4)"), .height("\(Self.side - 4)"))
      SVG.text(
        .class("tile-map__name tile-map__name--\(level)\(isLong ? " tile-map__name--long" : "")"),
        .x("\(x + Self.side / 2)"),
        .y("\(y + Self.side / 2)")
      ) { prefecture.short[language] }
      SVG.title {
        prefecture.name[language] + (value.map { " " + NumberText.grouped($0) } ?? "")
      }
    }
  }

  /// Which fifth of the greatest number it comes to: 1, the palest, to 5.
  private func level(_ value: Int) -> Int {
    let most = max(values.first?.value ?? 1, 1)
    return min(5, max(1, (value * 5 + most - 1) / most))
  }

  private var table: DataTable {
    DataTable(
      title,
      columns: [.init(MapWording.prefecture[language]), .init(heading, .number)],
      rows: values.map { [$0.prefecture.name[language], NumberText.grouped($0.value)] },
      isDense: true)
  }
}
