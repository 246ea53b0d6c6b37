public import YuiText

/// How often each thing was named in a good and in a bad sense: bars to both sides of a middle.
public struct OpposedChart: Component {
  /// A thing.
  public struct Row: Sendable, Hashable {
    /// The thing in words.
    public var label: String
    /// How often it was named as bad.
    public var against: Int
    /// How often it was named as good.
    public var inFavour: Int

    /// Creates a row.
    public init(_ label: String, against: Int, inFavour: Int) {
      self.label = label
      self.against = against
      self.inFavour = inFavour
    }
  }

  private let id: String
  private let title: String
  private let rows: [Row]
  private let headings: [String]
  private let finding: String?
  private let language: Language
  private let source: HTML

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - id: Names the chart, once in the page.
  ///   - title: What, where, when and in which unit.
  ///   - rows: The things from top to bottom.
  ///   - headings: What the rows are, the bad side, the good side.
  ///   - finding: What one sees, in a sentence.
  ///   - language: The language of the page.
  ///   - source: Where the numbers come from.
  public init(
    id: String, title: String, rows: [Row], headings: [String], finding: String? = nil,
    language: Language, source: HTML = HTML()
  ) {
    self.id = id
    self.title = title
    self.rows = rows
    self.headings = headings
    self.finding = finding
    self.language = language
    self.source = source
  }

  /// The chart.
  public var markup: HTML {
    ChartFigure(
      title: title, finding: finding, table: table, source: source, language: language
    ).markup(picture)
  }

  private static let head = 32
  private static let rowHeight = 60
  /// The widest bar leaves room for its number.
  private static let widest = 36.0

  private var picture: HTML {
    let most = Double(max(1, rows.flatMap { [$0.against, $0.inFavour] }.max() ?? 1))
    return SVG.svg(
      .class("chart__picture"), .role("img"), .width("100%"),
      .height(String(Self.head + rows.count * Self.rowHeight)),
      .aria("labelledby", "\(id)-title \(id)-desc")
    ) {
      YuiHTML.title(.id("\(id)-title")) { title }
      SVG.desc(.id("\(id)-desc")) { description }
      SVG.text(.class("chart__heading"), .x("0"), .y("16")) { "◀ \(heading(1))" }
      SVG.text(.class("chart__heading"), .x("100%"), .y("16"), .textAnchor("end")) {
        "\(heading(2)) ▶"
      }
      for (index, row) in rows.enumerated() {
        markup(row, top: Self.head + index * Self.rowHeight, most: most)
      }
    }
  }

  @HTMLBuilder private func markup(_ row: Row, top: Int, most: Double) -> HTML {
    let left = Self.widest * Double(row.against) / most
    let right = Self.widest * Double(row.inFavour) / most
    SVG.text(.class("chart__label"), .x("50%"), .y(String(top + 18)), .textAnchor("middle")) {
      row.label
    }
    SVG.rect(
      .class("chart__bar chart__bar--against"), .x(ChartLength.share(50 - left)),
      .y(String(top + 28)), .width(ChartLength.share(left)), .height("16"))
    SVG.rect(
      .class("chart__bar"), .x("50%"), .y(String(top + 28)), .width(ChartLength.share(right)),
      .height("16"))
    SVG.text(
      .class("chart__point"), .x(ChartLength.share(50 - left)), .y(String(top + 41)), .dx("-6"),
      .textAnchor("end")
    ) { NumberText.grouped(row.against) }
    SVG.text(
      .class("chart__point"), .x(ChartLength.share(50 + right)), .y(String(top + 41)), .dx("6")
    ) { NumberText.grouped(row.inFavour) }
    SVG.line(
      .class("chart__axis"), .x1("50%"), .y1(String(top + 24)), .x2("50%"), .y2(String(top + 48)))
  }

  private func heading(_ index: Int) -> String {
    headings.indices.contains(index) ? headings[index] : ""
  }

  private var description: String {
    rows.map { "\($0.label): \(heading(1)) \($0.against), \(heading(2)) \($0.inFavour)" }
      .joined(separator: "; ")
  }

  private var table: DataTable {
    DataTable(
      title,
      columns: headings.enumerated().map { index, heading in
        DataTable.Column(heading, index == 0 ? .text : .number)
      },
      rows: rows.map {
        [$0.label, NumberText.grouped($0.against), NumberText.grouped($0.inFavour)]
      }, isDense: true)
  }
}
