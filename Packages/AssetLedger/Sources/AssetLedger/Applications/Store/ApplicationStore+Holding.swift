import YuiCasework
import YuiStorage
import YuiText
import YuiWeb

extension ApplicationStore {
  /// The numbers of the applications that were sent for an asset and have not ended.
  static func applications(for asset: AssetID, in source: some Queryable) throws -> [Int] {
    let ended = SQL.joined(ApplicationCases.ended.map { "\($0)" }, separator: ", ")
    return try source.all(
      """
      SELECT cases.number FROM assets_application_assets AS items
      JOIN assets_cases AS cases ON cases.subject = items.application
      WHERE items.asset = \(asset.description) AND items.outcome <> 'refused'
        AND cases.state NOT IN (\(ended))
      ORDER BY cases.number LIMIT 100
      """
    ) { try $0.int(0) }
  }

  /// Refuses to let assets go for which somebody applies.
  static func keep(_ assets: [AssetID], in source: some Queryable) throws {
    for asset in assets {
      let numbers = try applications(for: asset, in: source)
      guard !numbers.isEmpty else { continue }
      let list = numbers.map { "#\($0)" }.joined(separator: ", ")
      throw HTTPProblem.conflict(
        ja: "資産「\(asset)」は申請中または利用中のため削除できません（申請 \(list)）。申請を終えてから削除してください。",
        en: "Asset “\(asset)” is applied for or in use (applications \(list)) and cannot be "
          + "removed. End them first.")
    }
  }

  /// Those of some assets that there are not, or of which a carrier may not know.
  static func unknown(
    _ ids: [AssetID], to carrier: Carrier, in source: some Queryable
  ) throws -> [AssetID] {
    let assets = try AssetStore.assets(ids, in: source)
    return ids.filter { id in
      assets[id].map { !carrier.level.publish.contains($0.publish) } ?? true
    }
  }

  /// Refuses assets that another application has got, whatever a file says of them since, or that
  /// are not to be had.
  static func requireFree(
    _ ids: [AssetID], for application: UUIDv7?, in source: some Queryable
  ) throws {
    let assets = try AssetStore.assets(ids, in: source)
    for id in ids {
      if let time = try taken(id, besides: application, in: source) {
        throw HTTPProblem.conflict(
          ja: "資産「\(id)」は、\(time.text(.ja))に別の申請に許可されました。資産を外してください。",
          en: "Asset “\(id)” was granted to another application on \(time.text(.en)). "
            + "Leave it out.")
      }
      if let state = assets[id]?.availability, ![.open, .negotiating].contains(state) {
        throw HTTPProblem.conflict(
          ja: "資産「\(id)」は「\(state.name[.ja])」のため申請できません。",
          en: "Asset “\(id)” cannot be applied for: \(state.name[.en].lowercased()).")
      }
    }
  }

  /// When another application got an asset that it still has.
  private static func taken(
    _ asset: AssetID, besides application: UUIDv7?, in source: some Queryable
  ) throws -> Timestamp? {
    let ended = SQL.joined(ApplicationCases.ended.map { "\($0)" }, separator: ", ")
    let times = try source.all(
      """
      SELECT permits.decided_at FROM assets_permits AS permits
      JOIN assets_application_assets AS items ON items.application = permits.application
      JOIN assets_cases AS cases ON cases.subject = permits.application
      WHERE items.asset = \(asset.description) AND items.outcome = 'granted'
        AND items.application <> \(application?.description ?? "")
        AND cases.state NOT IN (\(ended))
      ORDER BY permits.decided_at DESC LIMIT 1
      """
    ) { try $0.timestamp(0) }
    return times.first
  }
}
