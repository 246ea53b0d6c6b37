import YuiStorage
import YuiText

/// Targets, milestones, and since when sites speak OpenRoaming: all the SQL of planning.
enum PlanningStore {
  /// Nobody plans further.
  private static let most = 100

  static func targets(in source: some Queryable) throws -> [RolloutTarget] {
    try source.all(
      "SELECT fiscal_year, sites, note FROM wifi_targets ORDER BY fiscal_year LIMIT \(most)"
    ) { row in
      RolloutTarget(
        year: FiscalYear(try row.int(0)), sites: try row.int(1), note: try row.text(2))
    }
  }

  static func put(_ target: RolloutTarget, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO wifi_targets (fiscal_year, sites, note)
      VALUES (\(target.year.year), \(target.sites), \(target.note))
      ON CONFLICT (fiscal_year) DO UPDATE SET sites = excluded.sites, note = excluded.note
      """)
  }

  /// Takes a target away; false where there is none.
  static func removeTarget(of year: FiscalYear, in transaction: Transaction) throws -> Bool {
    try transaction.execute("DELETE FROM wifi_targets WHERE fiscal_year = \(year.year)") > 0
  }

  static func milestones(in source: some Queryable) throws -> [RolloutMilestone] {
    try source.all(
      "SELECT day, sites, note FROM wifi_milestones ORDER BY day LIMIT \(most)"
    ) { row in
      RolloutMilestone(day: try row.date(0), sites: try row.int(1), note: try row.text(2))
    }
  }

  static func put(_ milestone: RolloutMilestone, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO wifi_milestones (day, sites, note)
      VALUES (\(milestone.day), \(milestone.sites), \(milestone.note))
      ON CONFLICT (day) DO UPDATE SET sites = excluded.sites, note = excluded.note
      """)
  }

  /// Takes a milestone away; false where there is none.
  static func removeMilestone(of day: CalendarDate, in transaction: Transaction) throws -> Bool {
    try transaction.execute("DELETE FROM wifi_milestones WHERE day = \(day)") > 0
  }

  /// How many of the sites that speak OpenRoaming do so since each day; nil for an unknown one.
  static func beginnings(
    in source: some Queryable
  ) throws -> [(day: CalendarDate?, sites: Int)] {
    try source.all(
      """
      SELECT openroaming_since, COUNT(*) FROM wifi_sites
      WHERE openroaming = 'yes' AND status IN ('working', 'partly', 'out')
      GROUP BY openroaming_since
      """
    ) { row in (try row.dateOrNil(0), try row.int(1)) }
  }
}
