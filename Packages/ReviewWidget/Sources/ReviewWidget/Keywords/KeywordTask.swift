import YuiKeywords
import YuiStorage
import YuiTenancy
import YuiText

/// Counts the nouns of new comments, behind the writes.
///
/// The text is cut on the task's own thread; the write of a batch holds counts alone. Where the
/// dictionary is missing the task fails and says so, comments wait, and everything else goes on.
struct KeywordTask {
  private static let batch = 300

  /// The folder of MeCab's dictionary.
  let dictionary: String

  var task: ModuleTask {
    ModuleTask("keywords", every: 300) { [self] store, _ in try run(store) }
  }

  func run(_ store: Store) throws -> Bool {
    let noted = try store.read { try KeywordStore.noted(limit: Self.batch, in: $0) }
    if noted.isEmpty { return false }
    let extractor = try KeywordExtractor(dictionary: dictionary)
    let found = try store.read { snapshot in
      try noted.map { noted in (noted, try counted(noted.id, extractor, in: snapshot)) }
    }
    try store.write { transaction in
      var changes = KeywordChanges()
      for (noted, new) in found where try KeywordStore.settle(noted, in: transaction) {
        let old = try KeywordStore.counted(noted.id, in: transaction)
        guard old != new else { continue }
        if let old { changes.count(old, by: -1) }
        if let new { changes.count(new, by: 1) }
        try KeywordStore.keep(new, of: noted.id, in: transaction)
      }
      try KeywordStore.add(changes, in: transaction)
      try release(changes, in: transaction)
    }
    return true
  }

  /// The words of a response that count; nil where none do.
  private func counted(
    _ id: String, _ extractor: borrowing KeywordExtractor, in snapshot: Snapshot
  ) throws -> KeywordStore.Counted? {
    guard let comment = try KeywordStore.comment(id, in: snapshot), comment.language.isJapanese
    else { return nil }
    return KeywordStore.Counted(
      service: comment.service, band: comment.band,
      words: extractor.words(in: Self.unmarked(comment.text)))
  }

  /// A comment without the marks that stand for personal data.
  private static func unmarked(_ text: String) -> String {
    guard text.contains("［") else { return text }
    return PersonalData.Kind.allCases.reduce(text) { $0.replacing($1.mark, with: "。") }
  }

  /// Publishes the words of services whose new comments are enough.
  private func release(_ changes: KeywordChanges, in transaction: Transaction) throws {
    let threshold = try ReviewWidget().settings(in: transaction).threshold
    for (service, change) in changes.comments where change != 0 {
      let before = try PublishedStates.state(
        of: .measure(.keyword), of: service, in: transaction)
      try transaction.execute(
        """
        INSERT INTO reviews_measures (service, measure, value, responses)
        VALUES (\(service.description), \(Measure.keyword), '', \(change))
        ON CONFLICT (service, measure, value)
        DO UPDATE SET responses = reviews_measures.responses + excluded.responses
        """)
      try ReleaseStore.note(
        [FigureKey(service: service, figure: .measure(.keyword)): abs(change)], in: transaction)
      let after = try PublishedStates.state(
        of: .measure(.keyword), of: service, in: transaction)
      if after != before {
        try PublishedWords.renew(of: service, threshold: threshold, in: transaction)
      }
    }
  }
}
