import YuiOpenData
import YuiStorage

/// The assets of one tenant: how they are read.
enum AssetStore {
  /// Where the assets are.
  static let places = BoxIndex("assets_places")
  /// The words by which assets are found, which follow them by a moment.
  static let words = TextIndex("assets_words")

  static func asset(_ id: AssetID, in source: some Queryable) throws -> Asset? {
    try source.first(
      "SELECT \(AssetRow.columns) FROM assets_assets WHERE id = \(id.description)", AssetRow.asset)
  }

  /// Those of these assets that there are.
  static func assets(_ ids: [AssetID], in source: some Queryable) throws -> [AssetID: Asset] {
    var found: [AssetID: Asset] = [:]
    for some in ids.chunks(of: idsAtOnce) {
      // Always as many, so that there is one statement to prepare.
      let filled = some + Array(repeating: some[0], count: idsAtOnce - some.count)
      let list = SQL.joined(filled.map { "\($0.description)" }, separator: ", ")
      try source.forEach(
        "SELECT \(AssetRow.columns) FROM assets_assets WHERE id IN (\(list))"
      ) { row in
        let asset = try AssetRow.asset(from: row)
        found[asset.id] = asset
      }
    }
    return found
  }

  /// The ids of every asset, in order.
  static func ids(in source: some Queryable) throws -> [AssetID] {
    try source.all("SELECT id FROM assets_assets ORDER BY id") { AssetID(stored: try $0.text(0)) }
  }

  /// The assets that a filter lets through, in the order of their ids.
  static func page(
    _ filter: AssetFilter, after: AssetID? = nil, limit: Int, in source: some Queryable
  ) throws -> [Asset] {
    try source.all(
      """
      SELECT \(AssetRow.columns) FROM assets_assets
      WHERE id > \(after?.description ?? "") AND \(try filter.condition(in: source))
      ORDER BY id LIMIT \(limit)
      """, AssetRow.asset)
  }

  /// How many assets a filter lets through.
  static func count(of filter: AssetFilter, in source: some Queryable) throws -> Int {
    if let counted = try AssetCounts.counted(filter, in: source) { return counted }
    return try source.first(
      "SELECT COUNT(*) FROM assets_assets WHERE \(try filter.condition(in: source))"
    ) { row in try row.int(0) } ?? 0
  }

  private static let idsAtOnce = 50
}

extension Asset {
  /// What people find it by.
  var searchText: String {
    [id.description, name, nameEn, address, owner, bureau].compactMap(\.self)
      .joined(separator: "\n")
  }
}
