import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText

/// Looks at every service once an hour, and records where the share of the satisfied has fallen.
///
/// It reads the daily counts of one service after the other, a year each, whatever the number of
/// responses; only a new alarm, or the end of one, is written.
enum WatchTask {
  static let task = ModuleTask("watch", every: 3600) { store, clock in
    var after = ""
    while true {
      let slugs = try store.read { snapshot in
        try ServiceStore.page(after: after, limit: 100, in: snapshot).map(\.slug)
      }
      guard let last = slugs.last else { return false }
      for slug in slugs { try look(at: slug, in: store, at: clock.now()) }
      after = last.description
    }
  }

  private static let weeks = 52

  static func look(at service: Slug, in store: Store, at now: Timestamp) throws {
    let (watch, open, shown) = try store.read { snapshot in
      (
        ShareWatch(weeks: try weeks(of: service, until: now.date, in: snapshot)),
        try FallingShare.open(of: service, in: snapshot),
        try ShownForms.unnoted(of: service, in: snapshot)
      )
    }
    if shown > 0 {
      try store.write { try ShownForms.note(of: service, in: now.date.yearMonth, in: $0) }
    }
    if let open {
      guard watch.isOver(open.usual) else { return }
      try store.write { try open.end(at: now, in: $0) }
    } else if let alarm = watch.alarm {
      let falling = FallingShare(
        service: service, kind: alarm.kind, recent: alarm.recent, usual: alarm.usual,
        noticedAt: now)
      try store.write { transaction in
        guard try FallingShare.open(of: service, in: transaction) == nil else { return }
        try falling.record(in: transaction)
      }
    }
  }

  /// The satisfied of each of the last 52 whole weeks, the oldest first.
  private static func weeks(
    of service: Slug, until today: CalendarDate, in source: some Queryable
  ) throws -> [Proportion] {
    let first = today.adding(days: -7 * weeks)
    var counts = Array(repeating: Proportion(0, of: 0), count: weeks)
    try source.forEach(
      """
      SELECT day, CAST(SUM(responses) AS BIGINT),
        CAST(SUM(CASE WHEN score >= 4 THEN responses ELSE 0 END) AS BIGINT)
      FROM reviews_days
      WHERE service = \(service.description) AND day >= \(first) AND day < \(today)
      GROUP BY day ORDER BY day
      """
    ) { row in
      guard let day = CalendarDate(iso: try row.text(0)) else { return }
      let week = min(weeks - 1, days(from: first, to: day) / 7)
      let (all, satisfied) = (max(0, try row.int(1)), try row.int(2))
      counts[week] = counts[week] + Proportion(min(max(0, satisfied), all), of: all)
    }
    return counts
  }

  private static func days(from first: CalendarDate, to day: CalendarDate) -> Int {
    Int((day.start.milliseconds - first.start.milliseconds) / 86_400_000)
  }
}
