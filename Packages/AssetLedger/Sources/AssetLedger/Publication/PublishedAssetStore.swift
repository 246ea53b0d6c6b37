import YuiOpenData
import YuiStorage

/// The assets that everybody may know, each as the text in which it is handed out: a request for a
/// hundred of them copies what was written once.
enum PublishedAssetStore {
  /// Writes what is public of assets that changed, and withdraws what no longer is.
  static func write(
    _ assets: [Asset], replacing known: [AssetID: Asset], in transaction: Transaction
  ) throws {
    let shown = assets.filter { $0.publish == .public }
    let hidden = assets.filter { $0.publish != .public && known[$0.id]?.publish == .public }
    guard !shown.isEmpty || !hidden.isEmpty else { return }
    try withdraw(hidden, in: transaction)
    try transaction.execute(rows: shown.map(row)) { rows in
      """
      INSERT INTO assets_published
        (id, class, availability, municipality_code, latitude, longitude, verified_on, feature)
      VALUES \(rows)
      ON CONFLICT (id) DO UPDATE SET class = excluded.class,
        availability = excluded.availability, municipality_code = excluded.municipality_code,
        latitude = excluded.latitude, longitude = excluded.longitude,
        verified_on = excluded.verified_on, feature = excluded.feature
      """
    }
    try renew(in: transaction)
  }

  /// Takes assets out of what is public.
  static func withdraw(_ assets: [Asset], in transaction: Transaction) throws {
    guard !assets.isEmpty else { return }
    for asset in assets {
      try transaction.execute("DELETE FROM assets_published WHERE id = \(asset.id.description)")
    }
    try renew(in: transaction)
  }

  private static func renew(in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO assets_published_state (name, version)
      VALUES ('assets', \(Int64.random(in: .min ... .max)))
      ON CONFLICT (name) DO UPDATE SET version = excluded.version
      """)
  }

  private static func row(of asset: Asset) -> SQL {
    let feature = GeoJSONWriter.bytes(of: PublishedAsset.feature(of: asset))
    return """
      (\(asset.id.description), \(asset.assetClass), \(asset.availability), \(asset.municipality),
      \(asset.place.latitude), \(asset.place.longitude), \(asset.verifiedOn),
      \(String(decoding: feature, as: UTF8.self)))
      """
  }
}
