import YuiOpenData
import YuiStatistics
import YuiStorage
import YuiText

/// The figures of every service, a row for each and one for each month or period of it.
///
/// What is not told is empty, in the public file as on the results page.
struct StatisticsTable: ExportTable {
  /// Whether the figures are those that everybody may know.
  let isPublic: Bool

  let columns =
    ["service", "name_ja", "name_en", "from_month", "to_month", "responses"]
    + (1...5).map { "score_\($0)" } + [
      "mean", "mean_lower", "mean_upper", "top_two_share", "top_two_lower", "top_two_upper", "nps",
      "nps_lower", "nps_upper",
    ] + Goal.allCases.map { "goal_\($0.rawValue)" } + (1...5).map { "ease_\($0)" }
    + (1...5).map { "clarity_\($0)" } + ["offered", "answered"]

  private static let pageSize = 100

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let services = try ServiceStore.page(after: cursor, limit: Self.pageSize, in: source)
    let rows = try services.flatMap { service in
      let view =
        isPublic
        ? ResultsView(
          try PublishedFigures.of(service.slug, in: source), publishing: service.publishedFields)
        : ResultsView(all: try LiveFigures.of(service.slug, in: source))
      return [total(of: service, view)] + spans(of: service, view)
    }
    return (rows, services.count == Self.pageSize ? services.last?.slug.description : nil)
  }

  private func total(of service: ReviewedService, _ view: ResultsView) -> [TableValue] {
    let (mean, share, nps) = (view.mean, view.topTwo, view.nps)
    var row = head(service, from: nil, through: nil) + [TableValue(view.responses)]
    row += (1...5).map { score in TableValue(view.distribution.map { $0[score] }) }
    row += [mean?.value, mean?.interval.lower, mean?.interval.upper].map(TableValue.init)
    row += [share?.share, share?.interval?.lower, share?.interval?.upper].map(TableValue.init)
    row += [nps?.score, nps?.interval?.lower, nps?.interval?.upper].map(TableValue.init)
    row += counts(view.counts(.goal), Goal.allCases.map(\.rawValue))
    row += counts(view.counts(.ease), (1...5).map(String.init))
    row += counts(view.counts(.clarity), (1...5).map(String.init))
    return row + [TableValue(view.offered), TableValue(view.answered)]
  }

  /// Months and periods tell their number of responses and mean alone, as the API does.
  private func spans(of service: ReviewedService, _ view: ResultsView) -> [[TableValue]] {
    let months = view.months.compactMap { month in
      month.distribution.map { (month.month...month.month, $0) }
    }
    let periods = view.periods.map { ($0.months, $0.distribution) }
    return (months + periods).sorted { $0.0.lowerBound < $1.0.lowerBound }.map { span, scores in
      let row =
        head(service, from: span.lowerBound, through: span.upperBound)
        + [.integer(scores.total)] + Array(repeating: .empty, count: 5) + [TableValue(scores.mean)]
      return row + Array(repeating: .empty, count: columns.count - row.count)
    }
  }

  private func head(
    _ service: ReviewedService, from: YearMonth?, through: YearMonth?
  ) -> [TableValue] {
    [
      .text(service.slug.description), .text(service.name[.ja]), .text(service.nameEn),
      TableValue(from?.iso), TableValue(through?.iso),
    ]
  }

  private func counts(_ counts: [String: Int]?, _ values: [String]) -> [TableValue] {
    values.map { value in TableValue(counts.map { $0[value] ?? 0 }) }
  }
}
