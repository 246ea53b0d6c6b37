import YuiOpenData
import YuiStorage

/// Where OpenRoaming is missing: by kind of place, and by mesh.
struct RolloutGaps: Sendable {
  struct Row: Sendable, Hashable {
    let facilityClass: FacilityClass
    /// How many of each state: yes, planned, no.
    let counts: [Int]

    var missing: Int { counts[1] + counts[2] }
  }

  struct Square: Sendable, Hashable {
    let mesh: MeshCode
    let missing: Int
  }

  /// The kinds of places with the most missing first.
  let classes: [Row]
  /// The meshes with the most missing first.
  let squares: [Square]
  /// What a map of them shows.
  let box: BoundingBox?

  /// The most squares that are drawn.
  private static let mostSquares = 600

  init(in source: some Queryable) throws {
    var counts: [FacilityClass: [OpenRoamingState: Int]] = [:]
    for (kind, sites) in try SiteCounts.all(in: source) where kind.status.isPublic {
      counts[kind.facilityClass, default: [:]][kind.openRoaming, default: 0] += sites
    }
    classes = counts.map { facilityClass, states in
      Row(
        facilityClass: facilityClass,
        counts: [OpenRoamingState.yes, .planned, .no].map { states[$0] ?? 0 })
    }.sorted { left, right in
      (right.missing, left.facilityClass.rawValue) < (left.missing, right.facilityClass.rawValue)
    }
    box = try Area(SiteQuery(), in: source)?.box
    var squares = try Self.squares(.third, in: source)
    if squares.count > Self.mostSquares { squares = try Self.squares(.second, in: source) }
    self.squares = Array(squares.prefix(Self.mostSquares))
  }

  private static func squares(
    _ level: MeshCode.Level, in source: some Queryable
  ) throws -> [Square] {
    var counts: [MeshCode: Int] = [:]
    for (mesh, kind, sites) in try SiteCounts.meshes(level, in: source)
    where kind.status.isPublic && kind.openRoaming != .yes {
      counts[mesh, default: 0] += sites
    }
    return counts.map { Square(mesh: $0.key, missing: $0.value) }
      .sorted { ($1.missing, $0.mesh.code) < ($0.missing, $1.mesh.code) }
  }
}
