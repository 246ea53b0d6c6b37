public import YuiText

/// How the answers to a few questions spread over their levels: one bar for each question, cut into
/// its levels from the best to the worst.
public struct LevelsChart: Component {
  /// A level of an answer.
  public struct Level: Sendable, Hashable {
    /// The level in words.
    public var label: String
    /// How many answers.
    public var count: Int
    /// Their share in whole per cent, rounded so that all add up to 100.
    public var percentage: Int

    /// Creates a level.
    public init(_ label: String, count: Int, percentage: Int) {
      self.label = label
      self.count = count
      self.percentage = percentage
    }
  }

  /// A question.
  public struct Row: Sendable, Hashable {
    /// The question in a few words.
    public var label: String
    /// What the bar says in words: "はい 62%".
    public var value: String
    /// Its levels from the best to the worst; at most five.
    public var levels: [Level]

    /// Creates a row.
    public init(_ label: String, value: String, levels: [Level]) {
      self.label = label
      self.value = value
      self.levels = levels
    }
  }

  private let id: String
  private let title: String
  private let rows: [Row]
  private let headings: [String]
  private let finding: String?
  private let isRestOpen: Bool
  private let language: Language
  private let source: HTML

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - id: Names the chart, once in the page.
  ///   - title: What, where, when and in which unit.
  ///   - rows: The questions from top to bottom.
  ///   - headings: The columns of the table: question, answer, number, share.
  ///   - finding: What one sees, in a sentence.
  ///   - isRestOpen: Whether the last level is not bad but not there yet, and so without a colour.
  ///   - language: The language of the page.
  ///   - source: Where the numbers come from.
  public init(
    id: String, title: String, rows: [Row], headings: [String], finding: String? = nil,
    isRestOpen: Bool = false, language: Language, source: HTML = HTML()
  ) {
    self.id = id
    self.title = title
    self.rows = rows
    self.headings = headings
    self.finding = finding
    self.isRestOpen = isRestOpen
    self.language = language
    self.source = source
  }

  /// The chart.
  public var markup: HTML {
    ChartFigure(
      title: title, finding: finding, table: table, source: source, language: language
    ).markup(picture)
  }

  private static let rowHeight = 96

  private var picture: HTML {
    SVG.svg(
      .class("chart__picture"), .role("img"), .width("100%"),
      .height(String(rows.count * Self.rowHeight)),
      .aria("labelledby", "\(id)-title \(id)-desc")
    ) {
      YuiHTML.title(.id("\(id)-title")) { title }
      SVG.desc(.id("\(id)-desc")) { description }
      for (index, row) in rows.enumerated() { markup(row, top: index * Self.rowHeight) }
    }
  }

  @HTMLBuilder private func markup(_ row: Row, top: Int) -> HTML {
    SVG.text(.class("chart__label"), .x("0"), .y(String(top + 20))) { row.label }
    SVG.text(
      .class("chart__value chart__share"), .x("100%"), .y(String(top + 20)), .textAnchor("end")
    ) { row.value }
    for (index, level) in row.levels.enumerated() where level.percentage > 0 {
      let start = row.levels[..<index].reduce(0) { $0 + $1.percentage }
      SVG.rect(
        .class("chart__level chart__level--\(shade(index, of: row.levels.count))"),
        .x("\(start)%"), .y(String(top + 30)), .width("\(level.percentage)%"), .height("24"))
    }
    SVG.text(.class("chart__tick"), .x("0"), .y(String(top + 74))) {
      row.levels.first?.label ?? ""
    }
    if row.levels.count > 1 {
      SVG.text(.class("chart__tick"), .x("100%"), .y(String(top + 74)), .textAnchor("end")) {
        row.levels.last?.label ?? ""
      }
    }
  }

  /// Five shades from best to worst; fewer levels take the ends and the middle.
  private func shade(_ index: Int, of count: Int) -> Int {
    if isRestOpen, index > 0, index == count - 1 { return 3 }
    return count > 1 ? 1 + index * 4 / (count - 1) : 1
  }

  private var description: String {
    rows.map { row in
      "\(row.label): " + row.levels.map { "\($0.label) \($0.percentage)%" }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private var table: DataTable {
    DataTable(
      title,
      columns: headings.enumerated().map { index, heading in
        DataTable.Column(heading, index < 2 ? .text : .number)
      },
      rows: rows.flatMap { row in
        row.levels.map { level in
          [row.label, level.label, NumberText.grouped(level.count), "\(level.percentage)%"]
        }
      }, isDense: true)
  }
}
