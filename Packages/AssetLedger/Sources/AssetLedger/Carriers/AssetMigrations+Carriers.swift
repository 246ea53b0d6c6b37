import YuiStorage

extension AssetMigrations {
  static let carriers = Migration(
    3, "carriers",
    [
      """
      CREATE TABLE assets_carriers (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        corporate_number TEXT UNIQUE,
        level TEXT NOT NULL,
        status TEXT NOT NULL
      )
      """,
      "CREATE INDEX assets_carriers_name ON assets_carriers (name, id)",
      """
      CREATE TABLE assets_carrier_people (
        account TEXT PRIMARY KEY,
        carrier TEXT NOT NULL REFERENCES assets_carriers (id)
      )
      """,
      "CREATE INDEX assets_carrier_people_carrier ON assets_carrier_people (carrier)",
    ])
}
