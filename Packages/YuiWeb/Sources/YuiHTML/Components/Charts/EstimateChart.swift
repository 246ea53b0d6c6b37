public import YuiText

/// How sure figures are: each a mark on its scale, with the range in which the true figure lies.
public struct EstimateChart: Component {
  /// A figure on its scale.
  public struct Row: Sendable, Hashable {
    /// What it is: "満足（4・5）の割合".
    public var label: String
    /// The figure in words: "78%".
    public var value: String
    /// Its range in words: "62–84%".
    public var rangeText: String
    /// The figure.
    public var estimate: Double
    /// The range in which the true figure lies.
    public var range: ClosedRange<Double>
    /// The lowest and the highest that the figure can be.
    public var scale: ClosedRange<Double>
    /// What stands at both ends of the scale: "0%", "100%".
    public var ends: [String]

    /// Creates a row.
    public init(
      _ label: String, value: String, rangeText: String, estimate: Double,
      range: ClosedRange<Double>, scale: ClosedRange<Double>, ends: [String]
    ) {
      self.label = label
      self.value = value
      self.rangeText = rangeText
      self.estimate = estimate
      self.range = range
      self.scale = scale
      self.ends = ends
    }

    func position(_ value: Double) -> Double {
      let width = scale.upperBound - scale.lowerBound
      return width > 0 ? 100 * (value - scale.lowerBound) / width : 0
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
  ///   - title: What, where, when.
  ///   - rows: The figures from top to bottom.
  ///   - headings: The columns of the table: what it is, the figure, its range.
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

  private static let rowHeight = 84

  private var picture: HTML {
    SVG.svg(
      .class("chart__picture"), .role("img"), .width("100%"),
      .height(String(rows.count * Self.rowHeight)),
      .aria("labelledby", "\(id)-title \(id)-desc")
    ) {
      YuiHTML.title(.id("\(id)-title")) { title }
      SVG.desc(.id("\(id)-desc")) {
        rows.map { "\($0.label): \($0.value) (\($0.rangeText))" }.joined(separator: ", ")
      }
      for (index, row) in rows.enumerated() { markup(row, top: index * Self.rowHeight) }
    }
  }

  @HTMLBuilder private func markup(_ row: Row, top: Int) -> HTML {
    let (lower, upper) = (row.position(row.range.lowerBound), row.position(row.range.upperBound))
    SVG.text(.class("chart__label"), .x("0"), .y(String(top + 20))) { row.label }
    SVG.text(.class("chart__value"), .x("100%"), .y(String(top + 20)), .textAnchor("end")) {
      SVG.tspan(.class("chart__count")) { row.rangeText }
      SVG.tspan(.class("chart__share"), .dx("12")) { row.value }
    }
    SVG.rect(
      .class("chart__track"), .x("0"), .y(String(top + 32)), .width("100%"), .height("12"),
      .rx("4"))
    SVG.rect(
      .class("chart__range"), .x(ChartLength.share(lower)), .y(String(top + 32)),
      .width(ChartLength.share(max(upper - lower, 0.5))), .height("12"), .rx("4"))
    SVG.circle(
      .class("chart__marker"), .cx(ChartLength.share(row.position(row.estimate))),
      .cy(String(top + 38)), .r("8"))
    SVG.text(.class("chart__tick"), .x("0"), .y(String(top + 64))) { row.ends.first ?? "" }
    SVG.text(.class("chart__tick"), .x("100%"), .y(String(top + 64)), .textAnchor("end")) {
      row.ends.last ?? ""
    }
  }

  private var table: DataTable {
    DataTable(
      title,
      columns: headings.enumerated().map { index, heading in
        DataTable.Column(heading, index == 0 ? .text : .number)
      },
      rows: rows.map { [$0.label, $0.value, $0.rangeText] }, isDense: true)
  }
}
