import YuiStatistics
import YuiStorage
import YuiText

/// The words of some comments, held against what is usual.
struct KeywordComparison {
  /// A word.
  struct Word {
    let text: String
    /// Comments that hold it, among those looked at.
    let here: Proportion
    /// The same among the others.
    let elsewhere: Proportion

    /// How unusual that is; below 0 for a word that is rarer here.
    var weight: Double { LogLikelihoodRatio.signed(here, against: elsewhere) }
  }

  /// How many words of each score are looked at.
  private static let candidates = 200

  /// The words that are looked at, the most frequent first.
  let words: [Word]
  /// How many comments they come from.
  let comments: Int

  /// Words more frequent here than elsewhere, the most unusual first.
  var striking: [Word] {
    words.filter { $0.weight >= LogLikelihoodRatio.striking }.sorted { $0.weight > $1.weight }
  }

  /// Reads the words of a service's comments, or all; with a score or any.
  ///
  /// Those of a service are compared with the other services' of the same score, those of all
  /// services with the other scores'.
  init(
    of service: Slug?, _ band: ScoreBand?, in source: some Queryable
  ) throws {
    let bands = band.map { [$0] } ?? ScoreBand.allCases
    var candidates: [String] = []
    for band in bands {
      candidates += try KeywordStore.frequent(
        in: service, band, limit: Self.candidates, from: source)
    }
    let texts = Array(Set(candidates))
    let all = try KeywordStore.counts(of: texts, in: nil, from: source)
    let own =
      try service.map { try KeywordStore.counts(of: texts, in: $0, from: source) } ?? all
    func sum(_ counts: [ScoreBand: Int]?, _ bands: [ScoreBand]) -> Int {
      bands.reduce(0) { $0 + (counts?[$1] ?? 0) }
    }
    let against = service == nil ? ScoreBand.allCases : bands
    let total = sum(own[""], bands)
    let rest = sum(all[""], against) - total
    comments = total
    words = texts.map { text in
      let here = min(sum(own[text], bands), total)
      let elsewhere = min(max(0, sum(all[text], against) - here), max(0, rest))
      return Word(
        text: text, here: Proportion(here, of: total),
        elsewhere: Proportion(elsewhere, of: max(0, rest)))
    }.sorted { ($1.here.count, $0.text) < ($0.here.count, $1.text) }
  }
}
