public import YuiStorage

extension CaseStore {
  /// Takes away the case of a subject that was entered by mistake, if nobody has worked on it.
  ///
  /// - Returns: whether there is no case of the subject now.
  public func withdraw(subject: String, in transaction: Transaction) throws -> Bool {
    guard let old = try self.case(about: subject, in: transaction) else { return true }
    let isTouched = try transaction.first(
      "SELECT 1 FROM \(p)_case_events WHERE number = \(old.number) LIMIT 1"
    ) { row in try row.int(0) }
    guard isTouched == nil else { return false }
    try transaction.execute("DELETE FROM \(p)_cases WHERE number = \(old.number)")
    try count(old.state, of: old.topic, by: -1, in: transaction)
    return true
  }
}
