import YuiStorage

/// The tables of the registry, in the order they came.
enum WiFiMigrations {
  static let all = [sites, staff, profiles, reports, planning, merges]
}
