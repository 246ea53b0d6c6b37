import YuiOpenData
import YuiStorage
import YuiText

extension AssetStore {
  /// Who changes assets, on what grounds and when.
  struct Occasion: Sendable, Hashable {
    /// As the audit log names them.
    let who: String
    let source: AssetChange.Source
    let at: Timestamp
  }

  /// Stores assets, of which no two are the same, in place of what is known of them: the one way in
  /// which an asset comes to be or changes.
  ///
  /// - Returns: what changed, in the order of the assets.
  @discardableResult
  static func save(
    _ assets: [Asset], replacing known: [AssetID: Asset], on occasion: Occasion,
    in transaction: Transaction
  ) throws -> [AssetChange] {
    let changed = assets.filter { known[$0.id] != $0 }
    guard !changed.isEmpty else { return [] }
    try write(changed, in: transaction)
    try writePlaces(changed, replacing: known, in: transaction)
    try PublishedAssetStore.write(changed, replacing: known, in: transaction)
    try follow(changed.map { (known[$0.id], $0) }, in: transaction)
    return try record(changed.map { (known[$0.id], $0) }, on: occasion, in: transaction)
  }

  /// Stores one asset in place of what is known of it.
  @discardableResult
  static func save(
    _ asset: Asset, on occasion: Occasion, in transaction: Transaction
  ) throws -> AssetChange? {
    let known = try self.asset(asset.id, in: transaction).map { [$0.id: $0] } ?? [:]
    return try save([asset], replacing: known, on: occasion, in: transaction).first
  }

  /// Takes assets away: the one way in which an asset goes.
  ///
  /// What became of them stays known. One that is applied for stays.
  ///
  /// - Returns: what was removed; nothing for ids that no asset has.
  @discardableResult
  static func remove(
    _ ids: [AssetID], on occasion: Occasion, in transaction: Transaction
  ) throws -> [AssetChange] {
    try ApplicationStore.keep(ids, in: transaction)
    let known = try assets(ids, in: transaction)
    let gone = known.values.sorted { $0.id < $1.id }
    guard !gone.isEmpty else { return [] }
    try PublishedAssetStore.withdraw(gone.filter { $0.publish == .public }, in: transaction)
    for asset in gone {
      try places.set(nil, of: asset.id.description, in: transaction)
      try words.remove(asset.id.description, in: transaction)
      try transaction.execute("DELETE FROM assets_assets WHERE id = \(asset.id.description)")
    }
    try follow(gone.map { ($0, nil) }, in: transaction)
    return try record(gone.map { ($0, nil) }, on: occasion, in: transaction)
  }

  // MARK: What follows from a change

  /// Writes down what changed, in history and ledger: every change of an asset comes by here, and
  /// only here.
  private static func record(
    _ pairs: [(old: Asset?, new: Asset?)], on occasion: Occasion, in transaction: Transaction
  ) throws -> [AssetChange] {
    var (changes, drafts): ([AssetChange], [LedgerEntry.Draft]) = ([], [])
    for (old, new) in pairs {
      guard let change = AssetChange(from: old, to: new) else { continue }
      changes.append(change)
      drafts += LedgerEntry.drafts(of: change, from: old, to: new)
    }
    try AssetHistory.add(changes, on: occasion, in: transaction)
    try AssetLog.append(drafts, at: occasion.at, in: transaction)
    return changes
  }

  /// Counts assets anew, has their words indexed, and tells readers where something public changed.
  private static func follow(
    _ changes: [(old: Asset?, new: Asset?)], in transaction: Transaction
  ) throws {
    var counts = AssetCountChanges()
    var worded: [String] = []
    for (old, new) in changes {
      if let old { counts.count(old, by: -1) }
      guard let new else { continue }
      counts.count(new, by: 1)
      if old?.searchText != new.searchText { worded.append(new.id.description) }
    }
    try counts.apply(in: transaction)
    if !worded.isEmpty {
      try words.enqueue(worded, in: transaction)
      transaction.wake("assets.index")
    }
    if changes.contains(where: { $0.old?.publish == .public || $0.new?.publish == .public }) {
      transaction.raisePublicVersion()
    }
  }

  private static func write(_ assets: [Asset], in transaction: Transaction) throws {
    try transaction.execute(rows: assets.map { "(\(AssetRow.values(of: $0)))" }) { rows in
      """
      INSERT INTO assets_assets (\(AssetRow.columns), has_power, mesh) VALUES \(rows)
      ON CONFLICT (id) DO UPDATE SET \(AssetRow.replaced)
      """
    }
  }

  private static func writePlaces(
    _ assets: [Asset], replacing known: [AssetID: Asset], in transaction: Transaction
  ) throws {
    var added: [(id: String, box: BoundingBox)] = []
    for asset in assets where known[asset.id]?.place != asset.place {
      guard let box = asset.place.box else { continue }
      if known[asset.id] == nil {
        added.append((asset.id.description, box))
      } else {
        try places.set(box, of: asset.id.description, in: transaction)
      }
    }
    try places.add(added, in: transaction)
  }
}
