import YuiCasework
import YuiStatistics
import YuiStorage
import YuiText

/// Every service beside the others, in the order in which to look at them.
struct Overview {
  /// The services with what asks for attention.
  let standings: [(standing: ServiceStanding, concerns: [ServiceStanding.Concern])]
  /// The satisfied of all services in the last twelve months.
  let all: Proportion

  private static let months = 12
  private static let mostServices = 5_000

  /// Reads counts alone.
  init(at now: Timestamp, in source: some Queryable) throws {
    var months = [now.date.yearMonth]
    while months.count < Self.months, let first = months.first {
      months.insert(first.previous, at: 0)
    }
    let counts = try OverviewStore.counts(since: months[0], in: source)
    let waiting = try ReviewCases.store.openCounts(in: source)
    let alarms = Dictionary(
      try FallingShare.open(in: source).map { ($0.service, $0) },
      uniquingKeysWith: { first, _ in first })
    let standings = try ServiceStore.page(after: "", limit: Self.mostServices, in: source).map {
      service in
      let own = counts[service.slug.description] ?? OverviewStore.Counts()
      return ServiceStanding(
        service: service, months: months.map { own.months[$0] ?? Proportion(0, of: 0) },
        offered: max(own.offered, own.answered), answered: own.answered,
        waiting: waiting[service.slug.description] ?? 0,
        alarm: alarms[service.slug])
    }
    let all = standings.reduce(Proportion(0, of: 0)) { $0 + $1.year }
    self.all = all
    self.standings = standings.map { ($0, $0.concerns(beside: all)) }
      .sorted(by: ServiceStanding.isBefore)
  }

  /// Those that need attention.
  var urgent: [(standing: ServiceStanding, concerns: [ServiceStanding.Concern])] {
    standings.filter { !$0.concerns.isEmpty }
  }
}
