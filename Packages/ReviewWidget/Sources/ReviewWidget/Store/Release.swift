import YuiStorage
import YuiText

/// One look at what of a service waits to be published.
struct Release {
  let service: Slug
  let threshold: Int
  let transaction: Transaction

  /// Publishes scores, and with them how often the form was shown and on which channels responses
  /// came; how many still wait.
  ///
  /// Reasons are to be looked at next.
  func scores() throws -> Int {
    var plan = ReleasePlan(pending: try pendingScores(), threshold: threshold)
    let total = try PublishedStates.state(of: .scores, of: service, in: transaction)
    let left = plan.pending.values.reduce(total, +).total
    if left < threshold, !total.isEmpty {
      try withdraw()
      return left
    }
    let additions = plan.additions
    let removals =
      plan.hasRemovals
      ? plan.removals(from: try PublishedStates.groups(of: service, in: transaction)) : []
    let choices = removals.isEmpty ? [additions] : [additions + removals, additions, removals]
    for steps in choices {
      guard let released = try publish(steps, onto: total) else { continue }
      let pending = released.reduce(into: plan.pending) { pending, change in
        pending[change.key] = pending[change.key, default: FigureState()] - change.value
      }
      plan = ReleasePlan(pending: pending, threshold: threshold)
      break
    }
    _ = try measure(.channel)
    _ = try measure(.offered)
    return plan.waiting
  }

  /// Publishes the reasons; how many respondents still wait.
  ///
  /// Whether a reason speaks for the service follows from the score. So scores less reasons tell of
  /// those who gave none: these too are nobody, or keep to the rule of every figure. And nobody's
  /// reason is public before their score is.
  func reasons() throws -> Int {
    let live = try LiveFigures.measure(.reason, of: service, in: transaction)
    let published = try PublishedStates.state(
      of: .measure(.reason), of: service, in: transaction)
    let waiting = Figure.measure(.reason).distance(published, live)
    let scores = try PublishedStates.state(of: .scores, of: service, in: transaction)
    var unexplained = FigureState()
    unexplained[""] = scores.total - live[""]
    guard waiting >= threshold, try isFar(live, for: .measure(.reason)),
      try isFar(unexplained, for: .measure(.unexplained)),
      try pendingScores().values.allSatisfy({ $0.counts.values.allSatisfy { $0 < 0 } })
    else { return waiting }
    try PublishedStates.put(live, as: .measure(.reason), of: service, in: transaction)
    try PublishedStates.put(
      unexplained, as: .measure(.unexplained), of: service, in: transaction)
    return 0
  }

  /// Publishes another measure; how many still wait.
  func measure(_ measure: Measure) throws -> Int {
    let figure = Figure.measure(measure)
    let live = try LiveFigures.measure(measure, of: service, in: transaction)
    let published = try PublishedStates.state(of: figure, of: service, in: transaction)
    let waiting = figure.distance(published, live)
    guard waiting >= threshold, try isFar(live, for: figure) else { return waiting }
    try PublishedStates.put(live, as: figure, of: service, in: transaction)
    return 0
  }

  /// Publishes what the groups gain and lose, without the steps that would tell too much; nil where
  /// their sum would.
  private func publish(
    _ steps: [ReleasePlan.Step], onto total: FigureState
  ) throws -> [YearMonth?: FigureState]? {
    var states: [ScoreGroup: FigureState] = [:]
    for (group, steps) in Dictionary(grouping: steps, by: \.group) {
      let old = try PublishedStates.state(of: .group(group), of: service, in: transaction)
      let new = steps.reduce(old) { $0 + $1.state }
      if try isFar(new, for: .group(group)) { states[group] = new }
    }
    let taken = steps.filter { states[$0.group] != nil }
    let newTotal = taken.reduce(total) { $0 + $1.state }
    guard newTotal != total, try isFar(newTotal, for: .scores) else { return nil }
    for (group, state) in states {
      try PublishedStates.put(state, as: .group(group), of: service, in: transaction)
    }
    try PublishedStates.put(newTotal, as: .scores, of: service, in: transaction)
    let byMonth = taken.reduce(into: [YearMonth?: FigureState]()) { sums, step in
      sums.merge(step.byMonth, uniquingKeysWith: +)
    }
    try notePublished(byMonth)
    return byMonth
  }

  /// Whether a state is k respondents or more away from every one the figure ever had in public.
  private func isFar(_ state: FigureState, for figure: Figure) throws -> Bool {
    guard state.isPossible else { return false }
    // Nothing is where every figure began.
    guard state.isEmpty || figure.distance(FigureState(), state) >= threshold else { return false }
    return try PublishedStates.earlier(
      than: state, within: threshold, of: figure, of: service, in: transaction
    ).allSatisfy { $0 == state || figure.distance($0, state) >= threshold }
  }

  /// Takes back all scores, where fewer than k are left of them.
  private func withdraw() throws {
    let groups = try PublishedStates.groups(of: service, in: transaction)
    for group in groups.keys {
      try PublishedStates.put(FigureState(), as: .group(group), of: service, in: transaction)
    }
    try PublishedStates.put(FigureState(), as: .scores, of: service, in: transaction)
    try transaction.execute(
      "UPDATE reviews_rollups SET published = 0 WHERE service = \(service.description)")
  }

  private func pendingScores() throws -> [YearMonth?: FigureState] {
    var pending: [YearMonth?: FigureState] = [:]
    try transaction.forEach(
      """
      SELECT month, score, responses - published FROM reviews_rollups
      WHERE service = \(service.description) AND responses <> published
      """
    ) { row in
      let month = YearMonth(iso: try row.text(0))
      pending[month, default: FigureState()][String(try row.int(1))] = try row.int(2)
    }
    return pending
  }

  private func notePublished(_ changes: [YearMonth?: FigureState]) throws {
    let rows: [SQL] = changes.flatMap { month, state in
      state.distributionChanges.map { score, change in
        "(\(service.description), \(month?.iso ?? ""), \(score), 0, \(change))"
      }
    }
    for some in rows.chunks(of: CountChanges.mostRows) {
      // Each of them is there, since it was counted.
      try transaction.execute(
        """
        INSERT INTO reviews_rollups (service, month, score, responses, published)
        VALUES \(SQL.joined(some, separator: ", "))
        ON CONFLICT (service, month, score)
        DO UPDATE SET published = reviews_rollups.published + excluded.published
        """)
    }
  }
}

extension FigureState {
  fileprivate var distributionChanges: [(score: Int, change: Int)] {
    counts.compactMap { value, change in Int(value).map { ($0, change) } }
  }
}
