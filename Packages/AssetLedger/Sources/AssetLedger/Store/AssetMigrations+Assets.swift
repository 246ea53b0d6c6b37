import YuiStorage

extension AssetMigrations {
  /// Assets, what became of them, what is public of them, and how many there are of each kind.
  static let assets = Migration(1, "assets and their history") { transaction in
    for statement in tables + indexes { try transaction.execute(statement) }
    try AssetStore.places.create(in: transaction)
    try AssetStore.words.create(in: transaction)
  }

  private static let tables: [SQL] = [
    """
    CREATE TABLE assets_assets (
      id TEXT PRIMARY KEY,
      class TEXT NOT NULL,
      name TEXT NOT NULL,
      name_en TEXT,
      owner TEXT,
      bureau TEXT,
      address TEXT,
      latitude DOUBLE PRECISION NOT NULL,
      longitude DOUBLE PRECISION NOT NULL,
      area_m2 DOUBLE PRECISION,
      height_m DOUBLE PRECISION,
      street_distance_m DOUBLE PRECISION,
      power TEXT,
      load TEXT,
      sharing_allowed BIGINT,
      sharing_terms TEXT,
      legal_basis TEXT NOT NULL,
      availability TEXT NOT NULL,
      unsuitable_reason TEXT,
      publish TEXT NOT NULL,
      verified_on TEXT,
      municipality_code TEXT,
      owner_code TEXT,
      accuracy_m DOUBLE PRECISION,
      storeys BIGINT,
      structure TEXT,
      built_year BIGINT,
      roof_use TEXT,
      power_voltage TEXT,
      power_metering TEXT,
      fibre TEXT,
      access_hours TEXT,
      escort_required BIGINT,
      constraints TEXT NOT NULL,
      constraint_notes TEXT,
      current_use TEXT,
      unsuitable_notes TEXT,
      fee_basis TEXT,
      contact TEXT,
      note TEXT,
      source TEXT,
      details TEXT NOT NULL,
      doubt TEXT,
      has_power BIGINT,
      mesh TEXT
    )
    """,
    """
    CREATE TABLE assets_published (
      id TEXT PRIMARY KEY REFERENCES assets_assets (id),
      class TEXT NOT NULL,
      availability TEXT NOT NULL,
      municipality_code TEXT,
      latitude DOUBLE PRECISION NOT NULL,
      longitude DOUBLE PRECISION NOT NULL,
      verified_on TEXT,
      feature TEXT NOT NULL
    )
    """,
    "CREATE TABLE assets_published_state (name TEXT PRIMARY KEY, version BIGINT NOT NULL)",
    """
    CREATE TABLE assets_changes (
      id TEXT PRIMARY KEY,
      asset TEXT NOT NULL,
      at BIGINT NOT NULL,
      who TEXT NOT NULL,
      source TEXT NOT NULL,
      kind TEXT NOT NULL,
      fields TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE assets_counts (
      level BIGINT NOT NULL,
      mesh TEXT NOT NULL,
      class TEXT NOT NULL,
      availability TEXT NOT NULL,
      publish TEXT NOT NULL,
      municipality_code TEXT NOT NULL,
      assets BIGINT NOT NULL,
      PRIMARY KEY (level, mesh, class, availability, publish, municipality_code)
    )
    """,
  ]

  private static let indexes: [SQL] = [
    // What people narrow lists down by, so that none of them reads whole rows to count.
    """
    CREATE INDEX assets_assets_facts ON assets_assets (publish, class, availability,
      municipality_code, has_power, sharing_allowed, height_m, area_m2, street_distance_m, mesh, id)
    """,
    "CREATE INDEX assets_assets_publish ON assets_assets (publish, id)",
    "CREATE INDEX assets_assets_class ON assets_assets (class, id)",
    "CREATE INDEX assets_assets_availability ON assets_assets (availability, id)",
    "CREATE INDEX assets_assets_municipality ON assets_assets (municipality_code, id)",
    "CREATE INDEX assets_assets_verified ON assets_assets (verified_on, id)",
    "CREATE INDEX assets_assets_doubt ON assets_assets (doubt, id) WHERE doubt IS NOT NULL",
    "CREATE INDEX assets_published_latitude ON assets_published (latitude)",
    "CREATE INDEX assets_published_longitude ON assets_published (longitude)",
    "CREATE INDEX assets_published_verified ON assets_published (verified_on)",
    "CREATE INDEX assets_changes_asset ON assets_changes (asset, id)",
  ]
}
