public import YuiStorage
import YuiTenancy
import YuiText

extension CaseStore {
  /// Moves a case into another state.
  ///
  /// - Parameter reason: what has to be said with the move, where its table asks for it.
  /// - Throws: ``CaseError`` where the table of moves does not allow it, or not without a reason.
  @discardableResult
  public func move(
    _ number: Int, to target: String, reason: String = "", by hand: CaseHand,
    in transaction: Transaction
  ) throws -> Case {
    let old = try living(number, in: transaction)
    guard let state = definition.state(target),
      let move = definition.move(from: old.state, to: target)
    else {
      let (from, to) = (name(of: old.state), name(of: target))
      throw CaseError(
        .moveNotAllowed, ja: "「\(from[.ja])」から「\(to[.ja])」には変更できません。",
        en: "A case cannot go from “\(from[.en])” to “\(to[.en])”.")
    }
    let reason = try Self.reason(reason, for: move)
    let stays = try enter(target, old, on: hand.now.date, in: transaction)
    try transaction.execute(
      """
      UPDATE \(p)_cases SET state = \(target), is_open = \(state.isOpen),
        due_on = \(definition.due(in: target, openedOn: old.openedOn, stays: stays)),
        kept_since = \(state.isOpen ? nil : hand.now)
      WHERE number = \(number)
      """)
    try count(old.state, of: old.topic, by: -1, in: transaction)
    try count(target, of: old.topic, by: 1, in: transaction)
    return try record(
      .moved, old, from: old.state, to: target, because: reason, by: hand, in: transaction)
  }

  /// Gives a case to a person, or to nobody.
  @discardableResult
  public func assign(
    _ number: Int, to account: UUIDv7?, by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    let old = try living(number, in: transaction)
    guard old.assignee != account else { return old }
    try transaction.execute(
      "UPDATE \(p)_cases SET assignee = \(account?.description ?? "") WHERE number = \(number)")
    return try record(
      .assigned, old, from: old.assignee?.description ?? "", to: account?.description ?? "",
      by: hand, in: transaction)
  }

  /// Makes one case go on in the place of another, which leaves the inbox.
  ///
  /// - Throws: ``CaseError/Code/badTarget`` for a target that is itself merged, or the case itself.
  @discardableResult
  public func merge(
    _ number: Int, into target: Int, by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    let old = try living(number, in: transaction)
    let into = try self.case(target, in: transaction)
    let carries = try self.cases(mergedInto: number, in: transaction)
    guard let into, into.number != number, into.mergedInto == nil, carries.isEmpty else {
      throw CaseError(
        .badTarget, ja: "番号\(target)の案件には統合できません。",
        en: "A case cannot be merged into number \(target).")
    }
    try transaction.execute(
      """
      UPDATE \(p)_cases SET merged_into = \(target), is_open = 0, due_on = NULL,
        kept_since = \(hand.now)
      WHERE number = \(number)
      """)
    try count(old.state, of: old.topic, by: -1, in: transaction)
    return try record(.merged, old, from: "", to: "\(target)", by: hand, in: transaction)
  }

  /// Lets a merged case go on by itself again, in the state in which it was merged.
  @discardableResult
  public func split(
    _ number: Int, by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    guard let old = try self.case(number, in: transaction) else { throw Self.notFound(number) }
    guard let target = old.mergedInto else { return old }
    let isOpen = definition.state(old.state)?.isOpen ?? false
    let stays = try self.stays(of: number, in: transaction)
    let due = definition.due(in: old.state, openedOn: old.openedOn, stays: stays)
    try transaction.execute(
      """
      UPDATE \(p)_cases SET merged_into = NULL, is_open = \(isOpen),
        due_on = \(due),
        kept_since = \(isOpen ? nil : hand.now)
      WHERE number = \(number)
      """)
    try count(old.state, of: old.topic, by: 1, in: transaction)
    return try record(.split, old, from: "\(target)", to: "", by: hand, in: transaction)
  }

  /// A case that was not merged into another.
  func living(_ number: Int, in source: some Queryable) throws -> Case {
    guard let found = try self.case(number, in: source) else { throw Self.notFound(number) }
    if let target = found.mergedInto {
      throw CaseError(
        .isMerged, ja: "番号\(number)の案件は番号\(target)に統合されています。",
        en: "Case \(number) was merged into number \(target).")
    }
    return found
  }

  /// Writes down what was done, and tells the module; the case as it is now.
  func record(
    _ kind: CaseEvent.Kind, _ old: Case, from before: String, to after: String,
    because reason: (text: String, readers: CaseReason.Readers)? = nil,
    by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    let id = UUIDv7(at: hand.now)
    try transaction.execute(
      """
      INSERT INTO \(p)_case_events (id, number, kind, actor_kind, actor, actor_id, was, became)
      VALUES (\(id), \(old.number), \(kind), \(hand.actor.kind.rawValue),
        \(hand.actor.name), \(hand.actor.id), \(before), \(after))
      """)
    if let reason {
      try keep(reason.text, for: reason.readers, of: id, in: transaction)
    }
    guard let new = try self.case(old.number, in: transaction) else {
      throw Self.notFound(old.number)
    }
    try definition.changed(CaseChange(old: old, new: new, kind: kind, hand: hand), transaction)
    return new
  }

  private func name(of state: String) -> LocalizedText {
    definition.state(state)?.name ?? LocalizedText(ja: state, en: state)
  }

  static func notFound(_ number: Int) -> CaseError {
    CaseError(
      .notFound, ja: "番号\(number)の案件はありません。", en: "There is no case \(number).")
  }
}
