import YuiStatistics
import YuiStorage

/// How satisfied people were by how it ended for them, of one service or of several.
struct EndingShares: Sendable {
  private var shares: [Ending: Proportion] = [:]

  /// Those who gave 4 or 5 among who said that it ended so.
  subscript(_ ending: Ending) -> Proportion {
    shares[ending] ?? Proportion(0, of: 0)
  }

  /// Counts more responses.
  mutating func add(_ ending: Ending, satisfied: Int, of total: Int) {
    let total = max(0, total)
    shares[ending] = self[ending] + Proportion(min(max(0, satisfied), total), of: total)
  }

  static func + (left: EndingShares, right: EndingShares) -> EndingShares {
    var sum = left
    sum.shares.merge(right.shares, uniquingKeysWith: +)
    return sum
  }

  /// Those of every service that has any, by slug: from counts alone.
  static func all(in source: some Queryable) throws -> [String: EndingShares] {
    var all: [String: EndingShares] = [:]
    try source.forEach(
      """
      SELECT service, value, responses FROM reviews_measures
      WHERE measure = \(Measure.endingScore) AND responses > 0
      """
    ) { row in
      let parts = try row.text(1).split(separator: " ")
      guard parts.count == 2, let ending = Ending(rawValue: String(parts[0])),
        let score = Int(parts[1])
      else { return }
      let responses = try row.int(2)
      all[try row.text(0), default: EndingShares()].add(
        ending, satisfied: score >= 4 ? responses : 0, of: responses)
    }
    return all
  }
}
