import YuiStorage
import YuiText

/// What responses and tallies change in the counts of the tenant, gathered and then written at once:
/// a single response takes a handful of statements, and so does an import's whole batch.
struct CountChanges {
  private struct MonthKey: Hashable {
    let service: Slug
    let month: YearMonth?
    let score: Score
  }

  private struct DayKey: Hashable {
    let service: Slug
    let day: CalendarDate
    let score: Score
  }

  private struct MeasureKey: Hashable {
    let service: Slug
    let measure: Measure
    let value: String
  }

  private var months: [MonthKey: Int] = [:]
  private var days: [DayKey: Int] = [:]
  private var measures: [MeasureKey: Int] = [:]
  private var changes: [FigureKey: Int] = [:]

  /// Gathers nothing yet.
  init() {}

  /// Counts a response in (1) or out again (-1).
  ///
  /// - Parameter wasOffered: whether the showing of its form was counted before it came.
  mutating func count(_ response: ReviewResponse, by change: Int, wasOffered: Bool = false) {
    let (service, content) = (response.service, response.content)
    months[.init(service: service, month: response.month, score: content.score), default: 0] +=
      change
    if let day = response.day {
      days[.init(service: service, day: day, score: content.score), default: 0] += change
    }
    note(.scores, of: service, by: change)
    add(change, .channel, content.channel.rawValue, of: service)
    if !wasOffered { add(change, .offered, "", of: service) }
    for (measure, value) in content.measures {
      add(change, measure, value, of: service)
      note(.measure(measure), of: service, by: change)
    }
    if let ending = content.ending {
      add(change, .endingScore, "\(ending.rawValue) \(content.score.rawValue)", of: service)
    }
    guard !content.reasons.isEmpty else { return }
    for reason in Set(content.reasons.map(\.counted)) { add(change, .reason, reason, of: service) }
    add(change, .reason, "", of: service)
    note(.measure(.reason), of: service, by: change)
  }

  /// Changes the tally of a score, which without a month stands in totals only.
  mutating func countTally(_ change: Int, service: Slug, month: YearMonth?, score: Score) {
    months[.init(service: service, month: month, score: score), default: 0] += change
    note(.scores, of: service, by: change)
  }

  /// Counts a form that was shown.
  mutating func countOffer(of service: Slug) {
    add(1, .offered, "", of: service)
  }

  private mutating func add(
    _ change: Int, _ measure: Measure, _ value: String, of service: Slug
  ) {
    measures[.init(service: service, measure: measure, value: value), default: 0] += change
  }

  private mutating func note(_ figure: Figure, of service: Slug, by change: Int) {
    changes[.init(service: service, figure: figure), default: 0] += abs(change)
  }

  /// Writes what was gathered, and publishes what became enough by it.
  ///
  /// The value is empty afterwards.
  mutating func apply(in transaction: Transaction) throws {
    for rows in Self.chunks(of: months) {
      let values: [SQL] = rows.map { key, change in
        "(\(key.service.description), \(key.month?.iso ?? ""), \(key.score.rawValue), \(change))"
      }
      try transaction.execute(
        """
        INSERT INTO reviews_rollups (service, month, score, responses)
        VALUES \(SQL.joined(values, separator: ", "))
        ON CONFLICT (service, month, score)
        DO UPDATE SET responses = reviews_rollups.responses + excluded.responses
        """)
    }
    for rows in Self.chunks(of: days) {
      let values: [SQL] = rows.map { key, change in
        "(\(key.service.description), \(key.day), \(key.score.rawValue), \(change))"
      }
      try transaction.execute(
        """
        INSERT INTO reviews_days (service, day, score, responses)
        VALUES \(SQL.joined(values, separator: ", "))
        ON CONFLICT (service, day, score)
        DO UPDATE SET responses = reviews_days.responses + excluded.responses
        """)
    }
    for rows in Self.chunks(of: measures) {
      let values: [SQL] = rows.map { key, change in
        "(\(key.service.description), \(key.measure), \(key.value), \(change))"
      }
      try transaction.execute(
        """
        INSERT INTO reviews_measures (service, measure, value, responses)
        VALUES \(SQL.joined(values, separator: ", "))
        ON CONFLICT (service, measure, value)
        DO UPDATE SET responses = reviews_measures.responses + excluded.responses
        """)
    }
    try ReleaseStore.note(changes, in: transaction)
    self = CountChanges()
  }

  /// Counts in pieces that no engine finds too long for one statement.
  static func chunks<Key>(of counts: [Key: Int]) -> [[(key: Key, value: Int)]] {
    let counts = counts.filter { $0.value != 0 }.map { ($0.key, $0.value) }
    return stride(from: 0, to: counts.count, by: mostRows).map { start in
      Array(counts[start..<min(start + mostRows, counts.count)])
    }
  }

  private static let mostRows = 200
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
