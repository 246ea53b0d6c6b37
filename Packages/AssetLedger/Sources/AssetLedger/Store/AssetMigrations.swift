import YuiStorage

/// The tables of the module, in the order they came.
enum AssetMigrations {
  static let all = [assets, ledger, carriers]
}
