public import YuiStorage
public import YuiText

/// The cases of one module in one tenant: all their SQL.
public struct CaseStore: Sendable {
  /// What the cases are.
  public let definition: CaseDefinition

  /// Reaches the cases of a definition.
  public init(_ definition: CaseDefinition) {
    self.definition = definition
  }

  /// What the names of the tables begin with.
  var p: SQL { SQL(stringLiteral: definition.tables) }

  /// Opens a case for each subject that has none.
  ///
  /// - Parameter now: when they are opened, from which clocks run.
  public func open(
    _ drafts: [CaseDraft], at now: Timestamp, in transaction: Transaction
  ) throws {
    let state = definition.firstState
    let day = now.date
    let due = definition.due(
      in: state.code, openedOn: day, stays: [CaseStay(state.code, from: day)])
    let last = try lastNumber(in: transaction)
    var number = last
    var opened = 0
    for slice in drafts.slices(of: 50) {
      let rows = slice.map { draft -> SQL in
        number += 1
        return """
          (\(number), \(state.code), \(state.isOpen), \(draft.topic), \(draft.rank),
            \(draft.subject), \(draft.receivedAt), \(day), \(due), '', '', 'none')
          """
      }
      opened += try transaction.execute(
        """
        INSERT INTO \(p)_cases (number, state, is_open, topic, rank, subject, received_at,
          opened_on, due_on, assignee, tags, reply)
        VALUES \(SQL.joined(rows, separator: ", ")) ON CONFLICT (subject) DO NOTHING
        """)
    }
    try beginSteps(after: last, on: day, in: transaction)
    try count(state.code, by: opened, in: transaction)
    guard state.isOpen, opened > 0 else { return }
    let topics =
      opened == drafts.count
      ? drafts.map(\.topic)
      : try transaction.all("SELECT topic FROM \(p)_cases WHERE number > \(last)") { row in
        try row.text(0)
      }
    try countOpen(Dictionary(topics.map { ($0, 1) }, uniquingKeysWith: +), in: transaction)
  }

  /// The case of this number.
  public func `case`(_ number: Int, in source: some Queryable) throws -> Case? {
    try source.first(selection + "FROM \(p)_cases AS cases WHERE number = \(number)", self.case)
  }

  /// The case of a subject.
  public func `case`(about subject: String, in source: some Queryable) throws -> Case? {
    try source.first(selection + "FROM \(p)_cases AS cases WHERE subject = \(subject)", self.case)
  }

  /// The cases that were merged into one.
  public func cases(mergedInto number: Int, in source: some Queryable) throws -> [Case] {
    try source.all(
      selection
        + "FROM \(p)_cases AS cases WHERE merged_into = \(number) ORDER BY number LIMIT 100",
      self.case)
  }

  /// How many cases are in each state, by its code.
  public func counts(in source: some Queryable) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try source.forEach("SELECT state, cases FROM \(p)_case_counts") { row in
      counts[try row.text(0)] = try row.int(1)
    }
    return counts
  }

  /// How many open cases each topic has that has any.
  public func openCounts(in source: some Queryable) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try source.forEach("SELECT topic, cases FROM \(p)_case_open_counts WHERE cases > 0") { row in
      counts[try row.text(0)] = try row.int(1)
    }
    return counts
  }

  /// Follows a subject that changed: what it is about, how it ranks, when it came.
  public func follow(_ draft: CaseDraft, in transaction: Transaction) throws {
    guard let old = try self.case(about: draft.subject, in: transaction) else { return }
    try transaction.execute(
      """
      UPDATE \(p)_cases SET topic = \(draft.topic), rank = \(draft.rank),
        received_at = \(draft.receivedAt)
      WHERE number = \(old.number)
      """)
    if old.topic != draft.topic, old.mergedInto == nil, isOpen(old.state) {
      try countOpen([old.topic: -1, draft.topic: 1], in: transaction)
    }
    for tag in old.tags where old.receivedAt != draft.receivedAt {
      try transaction.execute(
        """
        UPDATE \(p)_case_tags SET received_at = \(draft.receivedAt)
        WHERE tag = \(tag) AND received_at = \(old.receivedAt) AND number = \(old.number)
        """)
    }
  }

  private func lastNumber(in source: some Queryable) throws -> Int {
    try source.first("SELECT number FROM \(p)_cases ORDER BY number DESC LIMIT 1") { row in
      try row.int(0)
    } ?? 0
  }

  /// Changes how many cases about a topic are in a state.
  func count(
    _ state: String, of topic: String, by change: Int, in transaction: Transaction
  ) throws {
    try count(state, by: change, in: transaction)
    if isOpen(state) { try countOpen([topic: change], in: transaction) }
  }

  private func isOpen(_ state: String) -> Bool { definition.state(state)?.isOpen ?? false }

  /// Changes how many cases are open, by topic.
  private func countOpen(_ changes: [String: Int], in transaction: Transaction) throws {
    try transaction.execute(rows: changes.map { "(\($0.key), \($0.value))" }) { rows in
      """
      INSERT INTO \(p)_case_open_counts (topic, cases) VALUES \(rows)
      ON CONFLICT (topic) DO UPDATE SET cases = \(p)_case_open_counts.cases + excluded.cases
      """
    }
  }

  private func count(_ state: String, by change: Int, in transaction: Transaction) throws {
    guard change != 0 else { return }
    try transaction.execute(
      """
      INSERT INTO \(p)_case_counts (state, cases) VALUES (\(state), \(change))
      ON CONFLICT (state) DO UPDATE SET cases = \(p)_case_counts.cases + excluded.cases
      """)
  }
}

extension CaseStore {
  var selection: SQL {
    """
    SELECT cases.number, cases.state, cases.topic, cases.rank, cases.subject, cases.received_at,
      cases.opened_on, cases.due_on, cases.assignee, cases.tags, cases.reply, cases.merged_into\u{20}
    """
  }

  func `case`(from row: Row) throws -> Case {
    guard let reply = Case.ReplyState(rawValue: try row.text(10)) else {
      throw StoreError(.wrongType, "a stored case cannot be read")
    }
    return Case(
      number: try row.int(0), state: try row.text(1), topic: try row.text(2),
      rank: try row.intOrNil(3), subject: try row.text(4), receivedAt: try row.timestamp(5),
      openedOn: try row.date(6), dueOn: try row.dateOrNil(7), assignee: UUIDv7(try row.text(8)),
      tags: try row.text(9).split(separator: ";").map(String.init), reply: reply,
      mergedInto: try row.intOrNil(11))
  }
}

extension Array {
  /// The elements in order, at most so many at a time.
  func slices(of count: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
  }
}
