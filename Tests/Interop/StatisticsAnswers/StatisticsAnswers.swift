import FoundationEssentials
import YuiStatistics

/// Answers what the library of statistics says of a table, a line of JSON for each line of JSON:
/// `{"ask": "wilson", "counts": [8, 10]}` → `[0.4901…, 0.9433…]`.
@main
enum StatisticsAnswers {
  struct Question: Decodable {
    let ask: String
    let counts: [Int]
    let others: [Int]?
  }

  static func main() throws {
    while let line = readLine() {
      let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
      let answer = try JSONEncoder().encode(answer(question))
      print(String(decoding: answer, as: UTF8.self))
    }
  }

  private static func answer(_ question: Question) -> [Double] {
    let (counts, others) = (question.counts, question.others ?? [])
    return switch question.ask {
    case "wilson": bounds(share(counts).interval)
    case "newcombe":
      share(counts).difference(from: share(others)).map { [$0.value] + bounds($0.interval) } ?? []
    case "mean": moments(RatingDistribution(counts: counts).posteriorMean())
    case "meanInterval": bounds(RatingDistribution(counts: counts).meanInterval)
    case "nps":
      (NetPromoterScore(counts: counts).score.map { [$0] } ?? [])
        + bounds(NetPromoterScore(counts: counts).interval)
    case "ranks":
      RankComparison(before: counts, after: others).map { [$0.u, $0.pValue, $0.probabilityHigher] }
        ?? []
    case "likelihood": [LogLikelihoodRatio.signed(share(counts), against: share(others))]
    case "limits": bounds(PChart(usual: share(counts))?.limits(of: others[0]))
    default: []
    }
  }

  private static func share(_ counts: [Int]) -> Proportion { Proportion(counts[0], of: counts[1]) }

  private static func moments(
    _ posterior: (mean: Double, standardDeviation: Double)
  ) -> [Double] {
    [posterior.mean, posterior.standardDeviation]
  }

  private static func bounds(_ interval: Interval?) -> [Double] {
    interval.map { [$0.lower, $0.upper] } ?? []
  }
}
