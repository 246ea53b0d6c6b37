import YuiOpenData
import YuiStorage

/// How many assets there are of each kind, in all and in each mesh, kept counted by their writes.
enum AssetCounts {
  /// What assets are counted by.
  struct Kind: Sendable, Hashable {
    let assetClass: AssetClass
    let availability: Availability
    let publish: PublishLevel
    /// Empty where nobody knows.
    let municipality: String
  }

  /// The levels on which assets are counted.
  static let levels: [MeshCode.Level] = [.first, .second, .third, .half]

  /// Every kind of which there are assets that a filter lets through by their kind.
  static func all(
    _ filter: AssetFilter, in source: some Queryable
  ) throws -> [(kind: Kind, assets: Int)] {
    try source.all(
      """
      SELECT class, availability, publish, municipality_code, assets FROM assets_counts
      WHERE level = \(wholeLevel) AND mesh = '' AND assets > 0
      ORDER BY class, availability, publish, municipality_code
      """
    ) { row in (try kind(row, from: 0), try row.int(4)) }.filter { filter.counts($0.kind) }
  }

  /// How many a filter lets through, where that is kept counted.
  static func counted(_ filter: AssetFilter, in source: some Queryable) throws -> Int? {
    guard filter.isOfKinds else { return nil }
    return try all(filter, in: source).reduce(0) { $0 + $1.assets }
  }

  /// The meshes of a level in which there are assets that a filter lets through, and how many.
  ///
  /// What is kept counted is read, everything else counted by the index of facts.
  static func meshes(
    _ level: MeshCode.Level, _ filter: AssetFilter, in source: some Queryable
  ) throws -> [MeshCode: Int] {
    var kinds = filter
    kinds.mesh = nil
    return kinds.isOfKinds
      ? try keptMeshes(level, filter, in: source) : try foundMeshes(level, filter, in: source)
  }

  private static func keptMeshes(
    _ level: MeshCode.Level, _ filter: AssetFilter, in source: some Queryable
  ) throws -> [MeshCode: Int] {
    // A code begins with those of the meshes that hold it.
    let range: SQL =
      filter.mesh.map { "mesh >= \($0.code) AND mesh < \($0.code + ":")" } ?? "1 = 1"
    var counts: [MeshCode: Int] = [:]
    try source.forEach(
      """
      SELECT mesh, class, availability, publish, municipality_code, assets FROM assets_counts
      WHERE level = \(level.rawValue) AND \(range) AND assets > 0
      """
    ) { row in
      if filter.counts(try kind(row, from: 1)) {
        counts[try mesh(row), default: 0] += try row.int(5)
      }
    }
    return counts
  }

  private static func foundMeshes(
    _ level: MeshCode.Level, _ filter: AssetFilter, in source: some Queryable
  ) throws -> [MeshCode: Int] {
    var counts: [MeshCode: Int] = [:]
    try source.forEach(
      """
      SELECT mesh, COUNT(*) FROM assets_assets
      WHERE mesh IS NOT NULL AND \(try filter.condition(in: source)) GROUP BY mesh
      """
    ) { row in counts[try mesh(row).within(level), default: 0] += try row.int(1) }
    return counts
  }

  /// The level of what is counted everywhere.
  fileprivate static let wholeLevel = -1

  private static func mesh(_ row: Row) throws -> MeshCode {
    guard let mesh = MeshCode(try row.text(0)) else {
      throw StoreError(.wrongType, "a stored mesh code cannot be read")
    }
    return mesh
  }

  private static func kind(_ row: Row, from column: Int) throws -> Kind {
    Kind(
      assetClass: try row.value(column, as: AssetClass.self),
      availability: try row.value(column + 1, as: Availability.self),
      publish: try row.value(column + 2, as: PublishLevel.self),
      municipality: try row.text(column + 3))
  }
}

extension AssetFilter {
  /// Whether assets of a kind are let through, as far as their kind tells.
  func counts(_ kind: AssetCounts.Kind) -> Bool {
    (publish.isEmpty || publish.contains(kind.publish))
      && (classes.isEmpty || classes.contains(kind.assetClass))
      && (availabilities.isEmpty || availabilities.contains(kind.availability))
      && (municipality.map { code in
        Self.isPrefecture(code)
          ? kind.municipality.hasPrefix(code.prefix(2)) : kind.municipality == code
      } ?? true)
  }
}

/// What assets change in the counts, gathered and then written at once.
struct AssetCountChanges {
  private struct Key: Hashable {
    let level: Int
    let mesh: String
    let kind: AssetCounts.Kind
  }

  private var changes: [Key: Int] = [:]

  /// Counts an asset in (1) or out again (-1).
  mutating func count(_ asset: Asset, by change: Int) {
    let kind = AssetCounts.Kind(
      assetClass: asset.assetClass, availability: asset.availability, publish: asset.publish,
      municipality: asset.municipality ?? "")
    add(change, AssetCounts.wholeLevel, "", kind)
    guard let mesh = asset.mesh else { return }
    for level in AssetCounts.levels {
      add(change, level.rawValue, mesh.within(level).code, kind)
    }
  }

  /// Writes what was gathered.
  func apply(in transaction: Transaction) throws {
    let rows: [SQL] = changes.filter { $0.value != 0 }.map { key, change in
      """
      (\(key.level), \(key.mesh), \(key.kind.assetClass), \(key.kind.availability),
      \(key.kind.publish), \(key.kind.municipality), \(change))
      """
    }
    try transaction.execute(rows: rows) { rows in
      """
      INSERT INTO assets_counts
        (level, mesh, class, availability, publish, municipality_code, assets)
      VALUES \(rows)
      ON CONFLICT (level, mesh, class, availability, publish, municipality_code)
      DO UPDATE SET assets = assets_counts.assets + excluded.assets
      """
    }
  }

  private mutating func add(
    _ change: Int, _ level: Int, _ mesh: String, _ kind: AssetCounts.Kind
  ) {
    changes[Key(level: level, mesh: mesh, kind: kind), default: 0] += change
  }
}
