public import YuiStorage
import YuiText

extension CaseDefinition {
  /// The tables of the steps of cases and of the reasons of moves, as a step among the module's own
  /// after ``migration(_:)``; cases that are there already stand in their first step.
  public func stepsMigration(_ number: Int) -> Migration {
    Migration(number, "steps of cases") { transaction in
      let p = SQL(stringLiteral: tables)
      let statements: [SQL] = [
        """
        CREATE TABLE \(p)_case_steps (
          number BIGINT NOT NULL REFERENCES \(p)_cases (number) ON DELETE CASCADE,
          step BIGINT NOT NULL,
          state TEXT NOT NULL,
          from_on TEXT NOT NULL,
          until_on TEXT,
          days BIGINT,
          PRIMARY KEY (number, step)
        )
        """,
        "CREATE INDEX \(p)_case_steps_state ON \(p)_case_steps (state, days)",
        """
        CREATE TABLE \(p)_case_reasons (
          event TEXT PRIMARY KEY REFERENCES \(p)_case_events (id) ON DELETE CASCADE,
          is_shared BIGINT NOT NULL,
          body TEXT NOT NULL
        )
        """,
        """
        INSERT INTO \(p)_case_steps (number, step, state, from_on)
        SELECT number, 1, state, opened_on FROM \(p)_cases
        """,
      ]
      for statement in statements { try transaction.execute(statement) }
    }
  }
}

extension CaseStore {
  /// Where a case has been, in the order of time; nothing where steps are not kept.
  public func stays(of number: Int, in source: some Queryable) throws -> [CaseStay] {
    guard definition.steps != nil else { return [] }
    return try source.all(
      """
      SELECT state, from_on, until_on FROM \(p)_case_steps WHERE number = \(number) ORDER BY step
      """
    ) { row in
      CaseStay(try row.text(0), from: try row.date(1), until: try row.dateOrNil(2))
    }
  }

  /// For how many stays in a state so many days were used, by state: what a median needs.
  public func stepDays(in source: some Queryable) throws -> [String: [(days: Int, stays: Int)]] {
    guard definition.steps != nil else { return [:] }
    var found: [String: [(days: Int, stays: Int)]] = [:]
    try source.forEach(
      """
      SELECT state, days, COUNT(*) FROM \(p)_case_steps WHERE days IS NOT NULL
      GROUP BY state, days ORDER BY state, days
      """
    ) { row in
      found[try row.text(0), default: []].append((try row.int(1), try row.int(2)))
    }
    return found
  }

  /// Begins the first step of the cases that were just opened.
  func beginSteps(after last: Int, on day: CalendarDate, in transaction: Transaction) throws {
    guard definition.steps != nil else { return }
    try transaction.execute(
      """
      INSERT INTO \(p)_case_steps (number, step, state, from_on)
      SELECT number, 1, state, opened_on FROM \(p)_cases WHERE number > \(last)
      """)
  }

  /// Ends the step in which a case is and begins another; every stay, that one the last.
  func enter(
    _ state: String, _ old: Case, on day: CalendarDate, in transaction: Transaction
  ) throws -> [CaseStay] {
    guard let calendar = definition.steps else { return [] }
    let stays = try self.stays(of: old.number, in: transaction)
    let number = old.number
    if let from = stays.last?.from {
      try transaction.execute(
        """
        UPDATE \(p)_case_steps
        SET until_on = \(day), days = \(calendar.days(after: from, through: day))
        WHERE number = \(number) AND step = \(stays.count)
        """)
    }
    try transaction.execute(
      """
      INSERT INTO \(p)_case_steps (number, step, state, from_on)
      VALUES (\(number), \(stays.count + 1), \(state), \(day))
      """)
    return try self.stays(of: number, in: transaction)
  }
}
