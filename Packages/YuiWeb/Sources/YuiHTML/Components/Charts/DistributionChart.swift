public import YuiText

/// How answers spread over a scale: a bar for each step, its words and numbers beside it.
///
/// Each bar stands in a track that is the whole, so its length is honest without an axis.
public struct DistributionChart: Component {
  /// A step of the scale.
  public struct Bar: Sendable, Hashable {
    /// The step in words: "5 とても満足".
    public var label: String
    /// How many answers.
    public var count: Int
    /// Their share in whole per cent, rounded so that all add up to 100.
    public var percentage: Int

    /// Creates a bar.
    public init(_ label: String, count: Int, percentage: Int) {
      self.label = label
      self.count = count
      self.percentage = percentage
    }
  }

  private let id: String
  private let title: String
  private let bars: [Bar]
  private let heading: String?
  private let finding: String?
  private let source: HTML
  private let language: Language

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - id: Names the chart, once in the page.
  ///   - title: What, where, when and in which unit.
  ///   - bars: The steps from top to bottom.
  ///   - heading: What the steps are, in the table; scores unless said.
  ///   - finding: What one sees, in a sentence.
  ///   - language: The language of the page.
  ///   - source: Where the numbers come from, of which day, and where to get them.
  public init(
    id: String, title: String, bars: [Bar], heading: String? = nil, finding: String? = nil,
    language: Language, source: HTML = HTML()
  ) {
    self.id = id
    self.title = title
    self.bars = bars
    self.heading = heading
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

  private static let rowHeight = 60

  private var picture: HTML {
    SVG.svg(
      .class("chart__picture"), .role("img"), .width("100%"),
      .height(String(bars.count * Self.rowHeight)),
      .aria("labelledby", "\(id)-title \(id)-desc")
    ) {
      YuiHTML.title(.id("\(id)-title")) { title }
      SVG.desc(.id("\(id)-desc")) { description }
      for (index, bar) in bars.enumerated() {
        row(bar, top: index * Self.rowHeight)
      }
    }
  }

  @HTMLBuilder private func row(_ bar: Bar, top: Int) -> HTML {
    SVG.text(.class("chart__label"), .x("0"), .y(String(top + 20))) { bar.label }
    SVG.text(
      .class("chart__value"), .x("100%"), .y(String(top + 20)), .textAnchor("end")
    ) {
      SVG.tspan(.class("chart__count")) { Wording.responses(bar.count)[language] }
      SVG.tspan(.class("chart__share"), .dx("12")) { "\(bar.percentage)%" }
    }
    SVG.rect(
      .class("chart__track"), .x("0"), .y(String(top + 30)), .width("100%"), .height("16"),
      .rx("4"))
    if bar.percentage > 0 {
      SVG.rect(
        .class("chart__bar"), .x("0"), .y(String(top + 30)), .width("\(bar.percentage)%"),
        .height("16"), .rx("4"))
    }
  }

  private var description: String {
    bars.map { "\($0.label): \($0.percentage)%" }.joined(separator: ", ")
  }

  private var table: DataTable {
    DataTable(
      title,
      columns: [
        DataTable.Column(heading ?? Wording.rating[language]),
        DataTable.Column(Wording.responseCount[language], .number),
        DataTable.Column(Wording.share[language], .number),
      ],
      rows: bars.map { [$0.label, NumberText.grouped($0.count), "\($0.percentage)%"] },
      isDense: true)
  }
}
