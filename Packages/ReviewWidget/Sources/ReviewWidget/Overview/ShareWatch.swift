import YuiStatistics
import YuiText

/// Watches the share of the satisfied of one service, week by week, and notices when it falls.
///
/// Weeks with few responses are joined (``ShareSeries``). The last points are compared with what was
/// usual before them: one far below, or several a little below, raise an alarm.
struct ShareWatch {
  /// An alarm.
  struct Alarm: Hashable {
    /// What was noticed.
    enum Kind: String, CaseIterable {
      /// The last point lies far below what is usual.
      case sudden
      /// The share fell a little and stays there.
      case lasting
    }

    let kind: Kind
    /// The satisfied among the newest respondents.
    let recent: Proportion
    /// The satisfied among those before.
    let usual: Proportion
  }

  /// How many of the newest points are compared with those before.
  private static let recentPoints = 4
  /// How many points must have been before, to know what is usual.
  private static let leastUsualPoints = 5
  /// What is usual is what was during so many points.
  private static let mostUsualPoints = 26

  private let points: [Proportion]

  /// Takes the satisfied of each week, the oldest first.
  init(weeks: [Proportion]) {
    points = ShareSeries(weeks).points
  }

  /// What is wrong at the newest point; nil where nothing is, or too little is known.
  var alarm: Alarm? {
    guard let last = points.last, let usual, let chart = PChart(usual: usual) else { return nil }
    if chart.isBelow(last) { return Alarm(kind: .sudden, recent: last, usual: usual) }
    let recent = points.suffix(Self.recentPoints)
    let sums = CumulativeSum(Array(recent), usual: chart.centre)
    guard let sum = sums.sums.last, sum > CumulativeSum.limit else { return nil }
    return Alarm(kind: .lasting, recent: recent.reduce(Proportion(0, of: 0), +), usual: usual)
  }

  /// Whether the newest point is as good as usual again, which ends an alarm.
  func isOver(_ usual: Proportion) -> Bool {
    guard let last = points.last?.share, let share = usual.share else { return false }
    return last >= share
  }

  /// What was usual before the newest points; one more of either, so that a share of all or of
  /// nobody is not taken for certain.
  private var usual: Proportion? {
    let earlier = points.dropLast(Self.recentPoints).suffix(Self.mostUsualPoints)
    guard earlier.count >= Self.leastUsualPoints else { return nil }
    return earlier.reduce(Proportion(1, of: 2), +)
  }
}
