package import YuiStorage
package import YuiText

/// The messages of one tenant that wait to be sent: all their SQL.
package enum OutboxStore {
  static func add(
    _ kind: OutboxMessage.Kind, to target: String, title: String, body: String,
    at now: Timestamp, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO yui_outbox (id, kind, target, title, body, state, due_at, attempts, error)
      VALUES (\(UUIDv7(at: now)), \(kind), \(target), \(title), \(body),
        \(OutboxMessage.State.waiting), \(now), 0, '')
      """)
    transaction.wake(Outbox.taskName)
  }

  /// Messages whose time has come, the longest due first.
  package static func due(
    at now: Timestamp, limit: Int, in source: some Queryable
  ) throws -> [OutboxMessage] {
    try source.all(
      selection
        + """
        WHERE state = \(OutboxMessage.State.waiting) AND due_at <= \(now)
        ORDER BY due_at, id LIMIT \(limit)
        """, message(from:))
  }

  /// Messages in a state, those due last first.
  package static func messages(
    _ state: OutboxMessage.State, limit: Int, in source: some Queryable
  ) throws -> [OutboxMessage] {
    try source.all(
      selection + "WHERE state = \(state) ORDER BY due_at DESC, id DESC LIMIT \(limit)",
      message(from:))
  }

  /// Forgets a message: it was sent, or nobody wants it any more.
  @discardableResult
  static func remove(_ id: UUIDv7, in transaction: Transaction) throws -> Bool {
    try transaction.execute("DELETE FROM yui_outbox WHERE id = \(id)") == 1
  }

  /// Notes an attempt that failed.
  ///
  /// - Parameter next: when it is tried again; nil where it is given up.
  static func fail(
    _ message: OutboxMessage, _ error: String, next: Timestamp?, at now: Timestamp,
    in transaction: Transaction
  ) throws {
    let state: OutboxMessage.State = next == nil ? .failed : .waiting
    try transaction.execute(
      """
      UPDATE yui_outbox SET state = \(state), due_at = \(next ?? now),
        attempts = \(message.attempts + 1), error = \(String(error.prefix(300)))
      WHERE id = \(message.id)
      """)
  }

  /// Lets what waits for a target wait longer, since it does not answer anyway.
  static func postpone(
    _ target: String, until time: Timestamp, because error: String, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      UPDATE yui_outbox SET due_at = \(time), error = \(String(error.prefix(300)))
      WHERE target = \(target) AND state = \(OutboxMessage.State.waiting) AND due_at < \(time)
      """)
  }

  /// Tries a message again soon, as if for the first time.
  static func retry(_ id: UUIDv7, at now: Timestamp, in transaction: Transaction) throws -> Bool {
    transaction.wake(Outbox.taskName)
    return try transaction.execute(
      """
      UPDATE yui_outbox SET state = \(OutboxMessage.State.waiting), due_at = \(now), attempts = 0
      WHERE id = \(id)
      """) == 1
  }

  /// Forgets messages that were given up before a time.
  static func removeFailed(before time: Timestamp, in transaction: Transaction) throws {
    try transaction.execute(
      """
      DELETE FROM yui_outbox
      WHERE state = \(OutboxMessage.State.failed) AND due_at < \(time)
      """)
  }

  /// Forgets what waits for a target that is gone.
  static func removeAll(for target: String, in transaction: Transaction) throws {
    try transaction.execute("DELETE FROM yui_outbox WHERE target = \(target)")
  }

  private static let selection: SQL =
    "SELECT id, kind, target, title, body, state, due_at, attempts, error FROM yui_outbox "

  private static func message(from row: Row) throws -> OutboxMessage {
    guard let kind = OutboxMessage.Kind(rawValue: try row.text(1)),
      let state = OutboxMessage.State(rawValue: try row.text(5))
    else { throw StoreError(.wrongType, "a stored message cannot be read") }
    return OutboxMessage(
      id: try row.uuid(0), kind: kind, target: try row.text(2), title: try row.text(3),
      body: try row.text(4), state: state, dueAt: try row.timestamp(6),
      attempts: try row.int(7), error: try row.text(8))
  }
}
