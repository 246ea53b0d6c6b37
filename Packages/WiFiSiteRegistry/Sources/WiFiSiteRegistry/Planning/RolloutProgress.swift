import YuiStorage
import YuiText

/// How many sites speak OpenRoaming from year to year, held against what is aimed at.
struct RolloutProgress: Sendable, Hashable {
  /// How many there were at some time.
  struct Point: Sendable, Hashable {
    let day: CalendarDate
    let sites: Int
    /// What was measured elsewhere, where it was; nil for what the registry counts.
    let milestone: RolloutMilestone?
  }

  let points: [Point]
  /// What is aimed at next, or was last.
  let target: RolloutTarget?
  /// How many speak OpenRoaming now, and of how many it is not known since when.
  let now: Int
  let undated: Int
  /// Whether the time to reach the target is over.
  let isOverdue: Bool

  init(
    beginnings: [(day: CalendarDate?, sites: Int)], milestones: [RolloutMilestone],
    targets: [RolloutTarget], today: CalendarDate
  ) {
    let dated = beginnings.compactMap { beginning in
      beginning.day.map { (day: $0, sites: beginning.sites) }
    }
    let now = beginnings.reduce(0) { $0 + $1.sites }
    self.now = now
    undated = now - dated.reduce(0) { $0 + $1.sites }
    let first = dated.map(\.day.fiscalYear.year).min() ?? today.fiscalYear.year
    let years = max(first, today.fiscalYear.year - 9)...max(first, today.fiscalYear.year)
    let counted = years.map { year in
      // The year that runs is told as it is today.
      let day = min(FiscalYear(year).end, today)
      let sites = dated.filter { $0.day <= day }.reduce(0) { $0 + $1.sites }
      return Point(
        day: day, sites: year == years.upperBound ? now : sites, milestone: nil)
    }
    let measured = milestones.map { Point(day: $0.day, sites: $0.sites, milestone: $0) }
    // A register without a single one is not filled in yet: it says nothing beside a measurement.
    points = (measured + (now == 0 && !measured.isEmpty ? [] : counted)).sorted {
      ($0.day, $0.sites) < ($1.day, $1.sites)
    }
    target = targets.first { $0.year.end >= today } ?? targets.last
    isOverdue = target.map { $0.year.end < today } ?? false
  }

  init(today: CalendarDate, in source: some Queryable) throws {
    self.init(
      beginnings: try PlanningStore.beginnings(in: source),
      milestones: try PlanningStore.milestones(in: source),
      targets: try PlanningStore.targets(in: source), today: today)
  }
}
