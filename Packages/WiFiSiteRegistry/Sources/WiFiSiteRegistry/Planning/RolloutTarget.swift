import YuiText

/// How many sites shall speak OpenRoaming at the end of a fiscal year.
struct RolloutTarget: Sendable, Hashable {
  let year: FiscalYear
  let sites: Int
  let note: String
}

/// How many sites spoke OpenRoaming on a day, as it was measured elsewhere.
struct RolloutMilestone: Sendable, Hashable {
  let day: CalendarDate
  let sites: Int
  let note: String
}
