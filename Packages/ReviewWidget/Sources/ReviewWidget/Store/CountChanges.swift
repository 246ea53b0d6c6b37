import YuiStorage
import YuiText

/// What responses and tallies change in the counts of the tenant, gathered and then written at once:
/// a single response takes a handful of statements, and so does an import's whole batch.
struct CountChanges {
  private var services: [Slug: ServiceChanges] = [:]

  /// Gathers nothing yet.
  init() {}

  /// Counts a response in (1) or out again (-1).
  ///
  /// - Parameter wasOffered: whether the showing of its form was counted before it came.
  mutating func count(_ response: ReviewResponse, by change: Int, wasOffered: Bool = false) {
    services[response.service, default: ServiceChanges()]
      .count(response.content, on: response.day, by: change, wasOffered: wasOffered)
  }

  /// Changes the tally of a score, which without a month stands in totals only.
  mutating func countTally(_ change: Int, service: Slug, month: YearMonth?, score: Score) {
    services[service, default: ServiceChanges()].countScore(score, in: month, by: change)
  }

  /// Counts a form that was shown.
  mutating func countOffer(of service: Slug) {
    services[service, default: ServiceChanges()].add(1, .offered, "")
  }

  /// Writes what was gathered, and publishes what became enough by it.
  ///
  /// The value is empty afterwards.
  mutating func apply(in transaction: Transaction) throws {
    for rows in chunks(of: \.months) {
      let values: [SQL] = rows.map { service, key, change in
        "(\(service.description), \(key.month?.iso ?? ""), \(key.score.rawValue), \(change))"
      }
      try transaction.execute(
        """
        INSERT INTO reviews_rollups (service, month, score, responses)
        VALUES \(SQL.joined(values, separator: ", "))
        ON CONFLICT (service, month, score)
        DO UPDATE SET responses = reviews_rollups.responses + excluded.responses
        """)
    }
    for rows in chunks(of: \.days) {
      let values: [SQL] = rows.map { service, key, change in
        "(\(service.description), \(key.day), \(key.score.rawValue), \(change))"
      }
      try transaction.execute(
        """
        INSERT INTO reviews_days (service, day, score, responses)
        VALUES \(SQL.joined(values, separator: ", "))
        ON CONFLICT (service, day, score)
        DO UPDATE SET responses = reviews_days.responses + excluded.responses
        """)
    }
    for rows in chunks(of: \.measures) {
      let values: [SQL] = rows.map { service, key, change in
        "(\(service.description), \(key.measure), \(key.value), \(change))"
      }
      try transaction.execute(
        """
        INSERT INTO reviews_measures (service, measure, value, responses)
        VALUES \(SQL.joined(values, separator: ", "))
        ON CONFLICT (service, measure, value)
        DO UPDATE SET responses = reviews_measures.responses + excluded.responses
        """)
    }
    var changes: [FigureKey: Int] = [:]
    for (service, own) in services {
      for (figure, change) in own.figures where change != 0 {
        changes[FigureKey(service: service, figure: figure)] = change
      }
    }
    try ReleaseStore.note(changes, in: transaction)
    self = CountChanges()
  }

  /// One kind of counts, without those that stay as they are, in pieces that no engine finds too long
  /// for one statement.
  private func chunks<Key>(
    of counts: (ServiceChanges) -> [Key: Int]
  ) -> [[(service: Slug, key: Key, change: Int)]] {
    let rows = services.flatMap { service, own in
      counts(own).compactMap { $0.value == 0 ? nil : (service, $0.key, $0.value) }
    }
    return rows.chunks(of: Self.mostRows)
  }

  /// How many rows go into one statement.
  static let mostRows = 200
}

/// What is changed in the counts of one service.
private struct ServiceChanges {
  struct MonthKey: Hashable {
    let month: YearMonth?
    let score: Score
  }

  struct DayKey: Hashable {
    let day: CalendarDate
    let score: Score
  }

  struct MeasureKey: Hashable {
    let measure: Measure
    let value: String

    /// Hashes the value alone, which few measures share.
    func hash(into hasher: inout Hasher) {
      hasher.combine(value)
    }
  }

  private(set) var months: [MonthKey: Int] = [:]
  private(set) var days: [DayKey: Int] = [:]
  private(set) var measures: [MeasureKey: Int] = [:]
  /// How many changes each figure has had, in whichever direction.
  private(set) var figures: [Figure: Int] = [:]

  mutating func count(
    _ content: ReviewContent, on day: CalendarDate?, by change: Int, wasOffered: Bool
  ) {
    countScore(content.score, in: day?.yearMonth, by: change)
    if let day { days[DayKey(day: day, score: content.score), default: 0] += change }
    add(change, .channel, content.channel.rawValue)
    if !wasOffered { add(change, .offered, "") }
    for (measure, value) in content.measures {
      add(change, measure, value)
      figures[.measure(measure), default: 0] += abs(change)
    }
    if let ending = content.ending {
      add(change, .endingScore, "\(ending.rawValue) \(content.score.rawValue)")
    }
    guard !content.reasons.isEmpty else { return }
    for reason in Set(content.reasons.map(\.counted)) { add(change, .reason, reason) }
    add(change, .reason, "")
    figures[.measure(.reason), default: 0] += abs(change)
  }

  mutating func countScore(_ score: Score, in month: YearMonth?, by change: Int) {
    months[MonthKey(month: month, score: score), default: 0] += change
    figures[.scores, default: 0] += abs(change)
  }

  mutating func add(_ change: Int, _ measure: Measure, _ value: String) {
    measures[MeasureKey(measure: measure, value: value), default: 0] += change
  }
}

extension Array {
  /// The elements in order, at most so many at a time.
  func chunks(of most: Int) -> [[Element]] {
    stride(from: 0, to: count, by: most).map { Array(self[$0..<Swift.min($0 + most, count)]) }
  }
}

extension ReviewContent {
  /// The answers that are counted one by one.
  fileprivate var measures: [(Measure, String)] {
    var answers: [(Measure, String)] = []
    if let goal { answers.append((.goal, goal.rawValue)) }
    if let ease { answers.append((.ease, String(ease))) }
    if let clarity { answers.append((.clarity, String(clarity))) }
    if let nps { answers.append((.nps, String(nps))) }
    if let ending { answers.append((.ending, ending.rawValue)) }
    return answers
  }
}
