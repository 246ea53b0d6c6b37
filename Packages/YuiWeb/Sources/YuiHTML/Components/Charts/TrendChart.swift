public import YuiText

/// How a mean from 1 to 5 moves from month to month, with the responses behind it below.
public struct TrendChart: Component {
  /// A month.
  public struct Point: Sendable, Hashable {
    /// The month.
    public var month: YearMonth
    /// How many responses; `nil` when they are not published.
    public var responses: Int?
    /// Their mean, 1–5; `nil` when there is none or it is not published.
    public var mean: Double?

    /// Creates a month.
    public init(_ month: YearMonth, responses: Int?, mean: Double?) {
      self.month = month
      self.responses = responses
      self.mean = mean
    }
  }

  let id: String
  let title: String
  let points: [Point]
  let language: Language
  private let finding: String?
  private let source: HTML

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - id: Names the chart, once in the page.
  ///   - title: What, where, when and in which unit.
  ///   - points: The months in order, without gaps.
  ///   - finding: What one sees, in a sentence.
  ///   - language: The language of the page.
  ///   - source: Where the numbers come from, of which day, and where to get them.
  public init(
    id: String, title: String, points: [Point], finding: String? = nil, language: Language,
    source: HTML = HTML()
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.finding = finding
    self.language = language
    self.source = source
  }

  /// The chart.
  public var markup: HTML {
    ChartFigure(
      title: title, finding: finding, table: table, source: source, language: language
    ).markup(TrendPicture(chart: self).markup)
  }

  private var table: DataTable {
    DataTable(
      title,
      columns: [
        DataTable.Column(Wording.month[language]),
        DataTable.Column(Wording.mean[language], .number),
        DataTable.Column(Wording.responseCount[language], .number),
      ],
      rows: points.map { point in
        [
          point.month.text(language),
          point.mean.map { NumberText.fixed($0, decimals: 2) } ?? "–",
          point.responses.map(NumberText.grouped) ?? "–",
        ]
      }, isDense: true)
  }
}
