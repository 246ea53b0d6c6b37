public import YuiText

/// How a mean from 1 to 5 moves from month to month, with the responses behind it below.
///
/// Months whose figures are told together are one point, as wide as they are. What happened on the
/// way, such as an improvement, is marked by number.
public struct TrendChart: Component {
  /// A month, or several that are told together.
  public struct Point: Sendable, Hashable {
    /// The month, or the first of several.
    public var month: YearMonth
    /// The last of several months.
    public var through: YearMonth
    /// How many responses; `nil` when they are not published.
    public var responses: Int?
    /// Their mean, 1–5; `nil` when there is none or it is not published.
    public var mean: Double?
    /// The range in which the true mean lies.
    public var range: ClosedRange<Double>?

    /// Creates a point.
    public init(
      _ month: YearMonth, through: YearMonth? = nil, responses: Int?, mean: Double?,
      range: ClosedRange<Double>? = nil
    ) {
      self.month = month
      self.through = max(month, through ?? month)
      self.responses = responses
      self.mean = mean
      self.range = range
    }

    func text(_ language: Language) -> String {
      month == through
        ? month.text(language) : "\(month.text(language)) – \(through.text(language))"
    }
  }

  /// Something that happened on a day.
  public struct Marker: Sendable, Hashable {
    /// The day.
    public var date: CalendarDate
    /// What it was.
    public var title: String
    /// Where more is said of it.
    public var address: String?

    /// Creates a marker.
    public init(_ date: CalendarDate, _ title: String, address: String? = nil) {
      self.date = date
      self.title = title
      self.address = address
    }
  }

  let id: String
  let title: String
  let points: [Point]
  let markers: [Marker]
  let language: Language
  private let finding: String?
  private let source: HTML

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - id: Names the chart, once in the page.
  ///   - title: What, where, when and in which unit.
  ///   - points: The months in order, without gaps.
  ///   - markers: What happened, in order; of those outside of the months nothing is shown.
  ///   - finding: What one sees, in a sentence.
  ///   - language: The language of the page.
  ///   - source: Where the numbers come from, of which day, and where to get them.
  public init(
    id: String, title: String, points: [Point], markers: [Marker] = [], finding: String? = nil,
    language: Language, source: HTML = HTML()
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.markers = markers.filter { marker in
      let month = marker.date.yearMonth
      return points.contains { $0.month <= month && month <= $0.through }
    }
    self.finding = finding
    self.language = language
    self.source = source
  }

  /// The chart.
  public var markup: HTML {
    ChartFigure(
      title: title, finding: finding, table: table, source: source, language: language
    ).markup(HTML([TrendPicture(chart: self).markup, legend]))
  }

  private var legend: HTML {
    if markers.isEmpty { return HTML() }
    return ol(.class("chart__legend")) {
      for marker in markers {
        li {
          DateText(marker.date, language: language)
          HTML(" ")
          if let address = marker.address {
            a(.href(address)) { marker.title }
          } else {
            marker.title
          }
        }
      }
    }
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
          point.text(language),
          meanText(point),
          point.responses.map(NumberText.grouped) ?? "–",
        ]
      }, isDense: true)
  }

  private func meanText(_ point: Point) -> String {
    guard let mean = point.mean else { return "–" }
    guard let range = point.range else { return NumberText.fixed(mean, decimals: 2) }
    let ends = [range.lowerBound, range.upperBound].map { NumberText.fixed($0, decimals: 2) }
    return "\(NumberText.fixed(mean, decimals: 2)) (\(ends.joined(separator: "–")))"
  }
}
