public import YuiStorage
public import YuiText

extension CaseStore {
  /// Erases what staff wrote for each other about some of the cases closed before a time.
  ///
  /// A released reply stays: it is public. Returns the numbers of the cases, none at the end.
  @discardableResult
  public func forgetNotes(
    closedBefore time: Timestamp, limit: Int = 200, in transaction: Transaction
  ) throws -> [Int] {
    let numbers = try transaction.all(
      """
      SELECT number FROM \(p)_cases WHERE kept_since < \(time)
      ORDER BY kept_since, number LIMIT \(limit)
      """
    ) { row in try row.int(0) }
    for number in numbers {
      try transaction.execute("DELETE FROM \(p)_case_notes WHERE number = \(number)")
      try transaction.execute(
        "UPDATE \(p)_case_replies SET draft = NULL WHERE number = \(number) AND draft IS NOT NULL")
      try transaction.execute(
        """
        UPDATE \(p)_cases SET kept_since = NULL,
          reply = CASE WHEN EXISTS (SELECT 1 FROM \(p)_case_replies AS replies
            WHERE replies.number = \(number) AND replies.body IS NOT NULL)
            THEN 'released' ELSE 'none' END
        WHERE number = \(number)
        """)
    }
    return numbers
  }

  /// Erases every text about a subject whose own text is erased: notes, drafts, the reply.
  public func erase(
    subject: String, by hand: CaseHand, in transaction: Transaction
  ) throws {
    guard let old = try self.case(about: subject, in: transaction) else { return }
    try transaction.execute("DELETE FROM \(p)_case_notes WHERE number = \(old.number)")
    try transaction.execute("DELETE FROM \(p)_case_replies WHERE number = \(old.number)")
    try forgetReasons(of: old.number, in: transaction)
    try transaction.execute(
      "UPDATE \(p)_cases SET reply = 'none', kept_since = NULL WHERE number = \(old.number)")
    _ = try record(.erased, old, from: "", to: "", by: hand, in: transaction)
  }
}
