import YuiStorage
import YuiText

extension CaseStore {
  /// The reason of a move, as it is kept; nil for a move that asks for none.
  static func reason(
    _ text: String, for move: CaseMove
  ) throws -> (text: String, readers: CaseReason.Readers)? {
    guard let asked = move.reason else { return nil }
    let text = text.trimmingWhitespace
    guard (1...CaseReason.longest).contains(text.count), isText(text) else {
      let (ja, en) = (asked.name[.ja], asked.name[.en])
      let most = NumberText.grouped(CaseReason.longest)
      throw CaseError(
        .reasonNeeded, ja: "「\(ja)」を\(most)文字以内で入力してください。",
        en: "Enter “\(en)” in at most \(most) characters.")
    }
    return (text, asked.readers)
  }

  private static func isText(_ text: String) -> Bool {
    text.utf8.count <= 16 * CaseReason.longest
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.generalCategory != .control || "\n\r\t".unicodeScalars.contains(scalar)
      }
  }

  func keep(
    _ text: String, for readers: CaseReason.Readers, of event: UUIDv7, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO \(p)_case_reasons (event, is_shared, body)
      VALUES (\(event), \(readers == .applicant), \(text))
      """)
  }

  /// The reasons that were given for moves of a case, by event.
  func reasons(
    of number: Int, in source: some Queryable
  ) throws -> [UUIDv7: (text: String, readers: CaseReason.Readers)] {
    guard definition.steps != nil else { return [:] }
    var reasons: [UUIDv7: (text: String, readers: CaseReason.Readers)] = [:]
    try source.forEach(
      """
      SELECT reasons.event, reasons.is_shared, reasons.body FROM \(p)_case_reasons AS reasons
      JOIN \(p)_case_events AS events ON events.id = reasons.event
      WHERE events.number = \(number)
      """
    ) { row in
      reasons[try row.uuid(0)] = (try row.text(2), try row.bool(1) ? .applicant : .staff)
    }
    return reasons
  }

  func forgetReasons(of number: Int, in transaction: Transaction) throws {
    guard definition.steps != nil else { return }
    try transaction.execute(
      """
      DELETE FROM \(p)_case_reasons
      WHERE event IN (SELECT id FROM \(p)_case_events WHERE number = \(number))
      """)
  }
}
