public import YuiStorage

extension CaseStore {
  /// Gives a case tags and takes others away; tags as ``CaseTag/checked(_:)`` returns them.
  ///
  /// - Throws: ``CaseError/Code/tooManyTags``.
  @discardableResult
  public func tag(
    _ number: Int, adding added: Set<String> = [], removing removed: Set<String> = [],
    by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    let old = try living(number, in: transaction)
    let before = Set(old.tags)
    let after = before.subtracting(removed).union(added)
    guard after != before else { return old }
    guard after.count <= CaseTag.most else {
      throw CaseError(
        .tooManyTags, ja: "タグは\(CaseTag.most)個までです。",
        en: "A case has at most \(CaseTag.most) tags.")
    }
    let text = after.sorted().joined(separator: ";")
    try transaction.execute("UPDATE \(p)_cases SET tags = \(text) WHERE number = \(number)")
    for tag in before.subtracting(after) {
      try transaction.execute(
        """
        DELETE FROM \(p)_case_tags
        WHERE tag = \(tag) AND received_at = \(old.receivedAt) AND number = \(number)
        """)
      try count(tag: tag, by: -1, in: transaction)
    }
    for tag in after.subtracting(before) {
      try transaction.execute(
        """
        INSERT INTO \(p)_case_tags (tag, received_at, number)
        VALUES (\(tag), \(old.receivedAt), \(number))
        """)
      try count(tag: tag, by: 1, in: transaction)
    }
    return try record(
      .tagged, old, from: old.tags.joined(separator: ";"), to: text, by: hand, in: transaction)
  }

  /// The tags in use, the most frequent first.
  public func tags(in source: some Queryable) throws -> [String] {
    try source.all(
      "SELECT tag FROM \(p)_case_tag_counts WHERE cases > 0 ORDER BY cases DESC, tag LIMIT 200"
    ) { row in try row.text(0) }
  }

  private func count(tag: String, by change: Int, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO \(p)_case_tag_counts (tag, cases) VALUES (\(tag), \(change))
      ON CONFLICT (tag) DO UPDATE SET cases = \(p)_case_tag_counts.cases + excluded.cases
      """)
  }
}
