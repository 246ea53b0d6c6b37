import FoundationEssentials
import YuiStorage
import YuiText

/// What became of assets over time; it outlives them.
enum AssetHistory {
  /// A change, when it was made, by whom and on what grounds.
  struct Entry: Sendable, Hashable {
    let id: UUIDv7
    let occasion: AssetStore.Occasion
    /// Of a new asset it tells no fields: they are what the asset says now, before later changes.
    let change: AssetChange
  }

  /// The changes of an asset, the newest first.
  static func of(
    _ asset: AssetID, after: UUIDv7? = nil, limit: Int, in source: some Queryable
  ) throws -> [Entry] {
    let older: SQL = after.map { "id < \($0)" } ?? "1 = 1"
    return try source.all(
      """
      SELECT id, asset, at, who, source, kind, fields FROM assets_changes
      WHERE asset = \(asset.description) AND \(older) ORDER BY id DESC LIMIT \(limit)
      """, entry(from:))
  }

  /// Writes down what changed.
  static func add(
    _ changes: [AssetChange], on occasion: AssetStore.Occasion, in transaction: Transaction
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let rows: [SQL] = try changes.map { change in
      let fields =
        change.kind == .created
        ? "[]" : String(decoding: try encoder.encode(change.fields), as: UTF8.self)
      return """
        (\(UUIDv7(at: occasion.at)), \(change.asset.description), \(occasion.at), \(occasion.who),
        \(occasion.source), \(change.kind), \(fields))
        """
    }
    try transaction.execute(rows: rows) {
      "INSERT INTO assets_changes (id, asset, at, who, source, kind, fields) VALUES \($0)"
    }
  }

  private static func entry(from row: Row) throws -> Entry {
    Entry(
      id: try row.uuid(0),
      occasion: AssetStore.Occasion(
        who: try row.text(3), source: try row.value(4, as: AssetChange.Source.self),
        at: try row.timestamp(2)),
      change: AssetChange(
        asset: AssetID(stored: try row.text(1)), kind: try row.value(5, as: AssetChange.Kind.self),
        fields: try JSONDecoder().decode(
          [AssetChange.Field].self, from: Data(try row.text(6).utf8))))
  }
}
