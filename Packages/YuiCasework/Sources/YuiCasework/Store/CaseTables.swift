public import YuiStorage

extension CaseDefinition {
  /// The tables of the cases, as a step among the module's own.
  ///
  /// ```swift
  /// var migrations: [Migration] { [Migration(1, "permits", …), Self.cases.migration(2)] }
  /// ```
  public func migration(_ number: Int) -> Migration {
    Migration(number, "cases") { try createTables(in: $0) }
  }

  /// Creates the tables, in a step that does more than that.
  public func createTables(in transaction: Transaction) throws {
    for statement in statements { try transaction.execute(statement) }
    try countOpenCases(in: transaction)
  }

  /// Counts the open cases by topic in tables that were created before this was counted; in others
  /// it changes nothing.
  public func countOpenCases(in transaction: Transaction) throws {
    let p = SQL(stringLiteral: tables)
    try transaction.execute(
      """
      CREATE TABLE IF NOT EXISTS \(p)_case_open_counts (topic TEXT PRIMARY KEY, cases BIGINT NOT NULL)
      """)
    try transaction.execute(
      """
      INSERT INTO \(p)_case_open_counts (topic, cases)
      SELECT topic, COUNT(*) FROM \(p)_cases WHERE is_open = 1 GROUP BY topic
      ON CONFLICT (topic) DO NOTHING
      """)
  }

  private var statements: [SQL] {
    let p = SQL(stringLiteral: tables)
    return [
      """
      CREATE TABLE \(p)_cases (
        number BIGINT PRIMARY KEY,
        state TEXT NOT NULL,
        is_open BIGINT NOT NULL,
        topic TEXT NOT NULL,
        rank BIGINT,
        subject TEXT NOT NULL UNIQUE,
        received_at BIGINT NOT NULL,
        opened_on TEXT NOT NULL,
        due_on TEXT,
        assignee TEXT NOT NULL,
        tags TEXT NOT NULL,
        reply TEXT NOT NULL,
        merged_into BIGINT,
        kept_since BIGINT
      )
      """,
      // One index for each way to walk through cases in the order of time.
      "CREATE INDEX \(p)_cases_received ON \(p)_cases (received_at, number)",
      "CREATE INDEX \(p)_cases_open ON \(p)_cases (is_open, received_at, number)",
      "CREATE INDEX \(p)_cases_state ON \(p)_cases (state, received_at, number)",
      "CREATE INDEX \(p)_cases_topic ON \(p)_cases (topic, received_at, number)",
      "CREATE INDEX \(p)_cases_rank ON \(p)_cases (rank, received_at, number)",
      "CREATE INDEX \(p)_cases_assignee ON \(p)_cases (assignee, received_at, number)",
      // Few cases are in these: a new one need not enter them.
      """
      CREATE INDEX \(p)_cases_merged ON \(p)_cases (merged_into, number)
      WHERE merged_into IS NOT NULL
      """,
      """
      CREATE INDEX \(p)_cases_kept ON \(p)_cases (kept_since, number)
      WHERE kept_since IS NOT NULL
      """,
      """
      CREATE TABLE \(p)_case_tags (
        tag TEXT NOT NULL,
        received_at BIGINT NOT NULL,
        number BIGINT NOT NULL REFERENCES \(p)_cases (number),
        PRIMARY KEY (tag, received_at, number)
      )
      """,
      "CREATE TABLE \(p)_case_tag_counts (tag TEXT PRIMARY KEY, cases BIGINT NOT NULL)",
      "CREATE TABLE \(p)_case_counts (state TEXT PRIMARY KEY, cases BIGINT NOT NULL)",
      """
      CREATE TABLE \(p)_case_notes (
        id TEXT PRIMARY KEY,
        number BIGINT NOT NULL REFERENCES \(p)_cases (number),
        author TEXT NOT NULL,
        body TEXT NOT NULL
      )
      """,
      "CREATE INDEX \(p)_case_notes_number ON \(p)_case_notes (number, id)",
      """
      CREATE TABLE \(p)_case_replies (
        number BIGINT PRIMARY KEY REFERENCES \(p)_cases (number),
        draft TEXT,
        author TEXT NOT NULL,
        body TEXT,
        released_by TEXT,
        released_at BIGINT
      )
      """,
      """
      CREATE TABLE \(p)_case_events (
        id TEXT PRIMARY KEY,
        number BIGINT NOT NULL REFERENCES \(p)_cases (number),
        kind TEXT NOT NULL,
        actor_kind TEXT NOT NULL,
        actor TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        was TEXT NOT NULL,
        became TEXT NOT NULL
      )
      """,
      "CREATE INDEX \(p)_case_events_number ON \(p)_case_events (number, id)",
      """
      CREATE TABLE \(p)_case_filters (
        id TEXT PRIMARY KEY,
        account TEXT NOT NULL,
        name TEXT NOT NULL,
        query TEXT NOT NULL
      )
      """,
      "CREATE INDEX \(p)_case_filters_account ON \(p)_case_filters (account, name)",
    ]
  }
}
