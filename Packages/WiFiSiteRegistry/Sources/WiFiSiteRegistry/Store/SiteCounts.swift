import YuiOpenData
import YuiStorage

/// How many sites there are of each kind, in all and in each mesh, kept counted by their writes.
enum SiteCounts {
  /// What sites are counted by.
  struct Kind: Sendable, Hashable {
    let facilityClass: FacilityClass
    let openRoaming: OpenRoamingState
    let status: SiteStatus

    init(
      _ facilityClass: FacilityClass, _ openRoaming: OpenRoamingState, _ status: SiteStatus
    ) {
      (self.facilityClass, self.openRoaming, self.status) = (facilityClass, openRoaming, status)
    }

    init(of site: WiFiSite) {
      self.init(site.facilityClass, site.openRoaming, site.status)
    }
  }

  /// The levels on which sites are counted.
  static let levels: [MeshCode.Level] = [.first, .second, .third, .half]

  /// Every kind of which there are sites, retired ones too.
  static func all(in source: some Queryable) throws -> [(kind: Kind, sites: Int)] {
    try source.all(
      """
      SELECT class, openroaming, status, sites FROM wifi_site_counts
      WHERE level = \(wholeLevel) AND sites > 0 ORDER BY class, openroaming, status
      """
    ) { row in (try kind(row, from: 0), try row.int(3)) }
  }

  /// The meshes of a level in which there are sites, by their codes, and what there is in each.
  ///
  /// - Parameter mesh: a greater mesh that holds them; everywhere unless given.
  static func meshes(
    _ level: MeshCode.Level, within mesh: MeshCode? = nil, in source: some Queryable
  ) throws -> [(mesh: MeshCode, kind: Kind, sites: Int)] {
    // A code begins with those of the meshes that hold it.
    let range: SQL =
      mesh.map { "mesh >= \($0.code) AND mesh < \($0.code + ":")" } ?? "1 = 1"
    return try source.all(
      """
      SELECT mesh, class, openroaming, status, sites FROM wifi_site_counts
      WHERE level = \(level.rawValue) AND \(range) AND sites > 0
      ORDER BY mesh, class, openroaming, status
      """
    ) { row in
      guard let mesh = MeshCode(try row.text(0)) else {
        throw StoreError(.wrongType, "a stored mesh code cannot be read")
      }
      return (mesh, try kind(row, from: 1), try row.int(4))
    }
  }

  /// The level of what is counted everywhere.
  fileprivate static let wholeLevel = -1

  private static func kind(_ row: Row, from column: Int) throws -> Kind {
    Kind(
      try row.value(column, as: FacilityClass.self),
      try row.value(column + 1, as: OpenRoamingState.self),
      try row.value(column + 2, as: SiteStatus.self))
  }
}

/// What sites change in the counts, gathered and then written at once.
struct SiteCountChanges {
  private struct Key: Hashable {
    let level: Int
    let mesh: String
    let kind: SiteCounts.Kind
  }

  private var changes: [Key: Int] = [:]

  /// Counts a site in (1) or out again (-1).
  mutating func count(_ site: WiFiSite, by change: Int) {
    let kind = SiteCounts.Kind(of: site)
    add(change, SiteCounts.wholeLevel, "", kind)
    guard let finest = SiteCounts.levels.last,
      let mesh = site.place.flatMap({ MeshCode(containing: $0, level: finest) })
    else { return }
    for level in SiteCounts.levels {
      add(change, level.rawValue, mesh.within(level).code, kind)
    }
  }

  /// Writes what was gathered.
  func apply(in transaction: Transaction) throws {
    let rows: [SQL] = changes.filter { $0.value != 0 }.map { key, change in
      """
      (\(key.level), \(key.mesh), \(key.kind.facilityClass), \(key.kind.openRoaming),
      \(key.kind.status), \(change))
      """
    }
    try transaction.execute(rows: rows) { rows in
      """
      INSERT INTO wifi_site_counts (level, mesh, class, openroaming, status, sites)
      VALUES \(rows)
      ON CONFLICT (level, mesh, class, openroaming, status)
      DO UPDATE SET sites = wifi_site_counts.sites + excluded.sites
      """
    }
  }

  private mutating func add(_ change: Int, _ level: Int, _ mesh: String, _ kind: SiteCounts.Kind) {
    changes[Key(level: level, mesh: mesh, kind: kind), default: 0] += change
  }
}
