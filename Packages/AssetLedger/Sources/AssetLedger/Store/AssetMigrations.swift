import YuiCasework
import YuiStorage

/// The tables of the module, in the order they came.
enum AssetMigrations {
  static let all = [
    assets, ledger, carriers, applications, ApplicationCases.definition.migration(5),
    ApplicationCases.definition.stepsMigration(6),
  ]
}
