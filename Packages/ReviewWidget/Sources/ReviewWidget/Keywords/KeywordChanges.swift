import YuiText

/// What a batch of comments changes in the counts of words.
struct KeywordChanges {
  struct Key: Hashable {
    /// The service's slug; empty for all services.
    let service: String
    let band: ScoreBand
    /// The word; empty for the number of comments.
    let word: String
  }

  /// The changes, without those of 0.
  private(set) var counts: [Key: Int] = [:]
  /// How many comments each service has more (or fewer) than before.
  private(set) var comments: [Slug: Int] = [:]

  /// Counts a comment in (1) or out again (-1).
  mutating func count(_ counted: KeywordStore.Counted, by change: Int) {
    for service in ["", counted.service.description] {
      for word in [""] + counted.words {
        add(change, Key(service: service, band: counted.band, word: word))
      }
    }
    comments[counted.service, default: 0] += change
  }

  private mutating func add(_ change: Int, _ key: Key) {
    let sum = counts[key, default: 0] + change
    counts[key] = sum == 0 ? nil : sum
  }
}
