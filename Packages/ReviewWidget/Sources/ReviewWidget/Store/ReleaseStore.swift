import YuiStorage
import YuiTenancy
import YuiText

/// What is published: all the SQL of releases.
///
/// A figure is published anew only where the new state is a step of at least k respondents away from
/// every state it ever had in public, the empty one among them; so neither a figure nor the
/// difference of two tells of fewer.
enum ReleaseStore {
  /// Notes changes that are not public yet; a figure with enough of them is looked at.
  static func note(
    _ changes: [FigureKey: Int], in transaction: Transaction
  ) throws {
    var (due, fresh): ([FigureKey], [FigureKey]) = ([], [])
    for rows in Array(changes).chunks(of: CountChanges.mostRows) {
      try transaction.forEach(Self.subtraction(of: rows)) { row in
        guard let service = Slug(try row.text(0)), let figure = Figure(try row.text(1)) else {
          throw StoreError(.wrongType, "a figure that waits cannot be read")
        }
        let key = FigureKey(service: service, figure: figure)
        let remaining = try row.int(2)
        if remaining + (changes[key] ?? 0) == least { fresh.append(key) }
        if remaining <= 0 { due.append(key) }
      }
    }
    // The first response ever ends “nothing yet”.
    for key in fresh where key.figure == .scores {
      let isFirst = try PublishedStates.state(of: .scores, of: key.service, in: transaction).isEmpty
      if isFirst { transaction.raisePublicVersion() }
    }
    guard !due.isEmpty else { return }
    let threshold = try ReviewWidget().settings(in: transaction).threshold
    // Reasons are looked at with the scores.
    let scored = Set(due.filter { $0.figure == .scores }.map(\.service))
    for key in due where key.figure != .measure(.reason) || !scored.contains(key.service) {
      let release = Release(service: key.service, threshold: threshold, transaction: transaction)
      try look(at: key.figure, in: release)
    }
  }

  private static let least = ReviewSettings.leastThreshold

  private static func subtraction(of changes: [(key: FigureKey, value: Int)]) -> SQL {
    let rows: [SQL] = changes.map { key, change in
      "(\(key.service.description), \(key.figure.description), \(least - change))"
    }
    return """
      INSERT INTO reviews_pending (service, figure, remaining)
      VALUES \(SQL.joined(rows, separator: ", "))
      ON CONFLICT (service, figure) DO UPDATE
        SET remaining = reviews_pending.remaining - (\(least) - excluded.remaining)
      RETURNING service, figure, remaining
      """
  }

  /// Publishes what waits of a figure, where it is enough, and notes when to look again.
  private static func look(at figure: Figure, in release: Release) throws {
    switch figure {
    case .scores, .group:
      try note(try release.scores(), waitingFor: .scores, in: release)
      try note(try release.reasons(), waitingFor: .measure(.reason), in: release)
    case .measure(.reason):
      try note(try release.reasons(), waitingFor: figure, in: release)
    case .measure(let measure):
      try note(try release.measure(measure), waitingFor: figure, in: release)
    }
  }

  /// Notes after how many more changes a figure is to be looked at again.
  private static func note(
    _ waiting: Int, waitingFor figure: Figure, in release: Release
  ) throws {
    let threshold = release.threshold
    try release.transaction.execute(
      """
      UPDATE reviews_pending SET remaining = \(threshold - min(waiting, threshold - 1))
      WHERE service = \(release.service.description) AND figure = \(figure.description)
      """)
  }
}

/// A figure of a service.
struct FigureKey: Hashable {
  let service: Slug
  let figure: Figure
}
