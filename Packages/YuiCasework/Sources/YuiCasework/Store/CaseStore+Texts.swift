public import YuiStorage
import YuiTenancy

extension CaseStore {
  /// Writes a note that only staff reads.
  public func note(
    _ text: String, on number: Int, by hand: CaseHand, in transaction: Transaction
  ) throws {
    guard let item = try self.case(number, in: transaction) else { throw Self.notFound(number) }
    try transaction.execute(
      """
      INSERT INTO \(p)_case_notes (id, number, author, body)
      VALUES (\(UUIDv7(at: hand.now)), \(number), \(hand.actor.name), \(text))
      """)
    _ = try record(.noted, item, from: "", to: "", by: hand, in: transaction)
  }

  /// The notes on a case, the oldest first.
  public func notes(on number: Int, in source: some Queryable) throws -> [CaseNote] {
    try source.all(
      "SELECT id, author, body FROM \(p)_case_notes WHERE number = \(number) ORDER BY id LIMIT 500"
    ) { row in
      let id = try row.uuid(0)
      return CaseNote(id: id, author: try row.text(1), text: try row.text(2), writtenAt: id.time)
    }
  }

  /// Keeps what is being written to the public; an empty text takes the draft away.
  ///
  /// - Returns: the case; nil where there is neither a text nor a draft, and so nothing to do.
  @discardableResult
  public func draftReply(
    _ text: String, to number: Int, by hand: CaseHand, in transaction: Transaction
  ) throws -> Case? {
    let old = try living(number, in: transaction)
    let draft = text.isEmpty ? nil : text
    guard try draft != nil || reply(to: number, in: transaction)?.draft != nil else { return nil }
    try transaction.execute(
      """
      INSERT INTO \(p)_case_replies (number, draft, author)
      VALUES (\(number), \(draft), \(hand.actor.name))
      ON CONFLICT (number) DO UPDATE SET draft = excluded.draft, author = excluded.author
      """)
    try setReplyState(of: old, in: transaction)
    return try record(.replyDrafted, old, from: "", to: "", by: hand, in: transaction)
  }

  /// Shows the draft to the public in the place of what it read before.
  ///
  /// - Throws: ``CaseError/Code/nothingToRelease``.
  @discardableResult
  public func releaseReply(
    to number: Int, by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    let old = try living(number, in: transaction)
    let released = try transaction.execute(
      """
      UPDATE \(p)_case_replies SET body = draft, draft = NULL, released_by = \(hand.actor.name),
        released_at = \(hand.now)
      WHERE number = \(number) AND draft IS NOT NULL
      """)
    guard released == 1 else {
      throw CaseError(
        .nothingToRelease, ja: "公開する回答の下書きがありません。", en: "There is no draft of a reply to release.")
    }
    try setReplyState(of: old, in: transaction)
    return try record(.replyReleased, old, from: "", to: "", by: hand, in: transaction)
  }

  /// Takes a released reply back; it becomes the draft where there is none.
  @discardableResult
  public func withdrawReply(
    to number: Int, by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    let old = try living(number, in: transaction)
    let withdrawn = try transaction.execute(
      """
      UPDATE \(p)_case_replies SET draft = COALESCE(draft, body), body = NULL, released_by = NULL,
        released_at = NULL
      WHERE number = \(number) AND body IS NOT NULL
      """)
    guard withdrawn == 1 else { return old }
    try setReplyState(of: old, in: transaction)
    return try record(.replyWithdrawn, old, from: "", to: "", by: hand, in: transaction)
  }

  /// The reply to a case, as far as it is.
  public func reply(to number: Int, in source: some Queryable) throws -> CaseReply? {
    try source.first(
      """
      SELECT draft, author, body, released_by, released_at FROM \(p)_case_replies
      WHERE number = \(number)
      """
    ) { row in
      CaseReply(
        draft: try row.textOrNil(0), author: try row.text(1), text: try row.textOrNil(2),
        releasedBy: try row.textOrNil(3), releasedAt: try row.timestampOrNil(4))
    }
  }

  /// What was done with a case, the newest first.
  public func history(of number: Int, in source: some Queryable) throws -> [CaseEvent] {
    let reasons = try reasons(of: number, in: source)
    return try source.all(
      """
      SELECT id, kind, actor_kind, actor, actor_id, was, became FROM \(p)_case_events
      WHERE number = \(number) ORDER BY id DESC LIMIT 500
      """
    ) { row in
      guard let kind = CaseEvent.Kind(rawValue: try row.text(1)),
        let actor = AuditActor.Kind(rawValue: try row.text(2))
      else { throw StoreError(.wrongType, "a stored event cannot be read") }
      let id = try row.uuid(0)
      let reason = reasons[id]
      return CaseEvent(
        id: id, at: id.time,
        actor: AuditActor(actor, name: try row.text(3), id: try row.text(4)), kind: kind,
        before: try row.text(5), after: try row.text(6), reason: reason?.text,
        readers: reason?.readers ?? .staff)
    }
  }

  private func setReplyState(of item: Case, in transaction: Transaction) throws {
    let reply = try reply(to: item.number, in: transaction)
    let state: Case.ReplyState =
      reply?.draft != nil ? .draft : reply?.text != nil ? .released : .none
    try transaction.execute(
      "UPDATE \(p)_cases SET reply = \(state) WHERE number = \(item.number)")
  }
}
