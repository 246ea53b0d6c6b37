import YuiStorage

extension WiFiMigrations {
  /// Sites, their access points, what became of them, and how many there are of each kind.
  static let sites = Migration(1, "sites, access points and their history") { transaction in
    for statement in siteTables + siteIndexes { try transaction.execute(statement) }
    try SiteStore.places.create(in: transaction)
    try SiteStore.words.create(in: transaction)
  }

  private static let siteTables: [SQL] = [
    """
    CREATE TABLE wifi_sites (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL,
      number TEXT NOT NULL,
      prefecture TEXT NOT NULL,
      municipality TEXT NOT NULL,
      name TEXT NOT NULL,
      kana TEXT NOT NULL,
      name_en TEXT NOT NULL,
      class TEXT NOT NULL,
      address TEXT NOT NULL,
      building TEXT NOT NULL,
      latitude DOUBLE PRECISION,
      longitude DOUBLE PRECISION,
      doubt TEXT,
      installer TEXT NOT NULL,
      provider TEXT NOT NULL,
      phone TEXT NOT NULL,
      phone_extension TEXT NOT NULL,
      ssids TEXT NOT NULL,
      coverage TEXT NOT NULL,
      hours TEXT NOT NULL,
      url TEXT NOT NULL,
      note TEXT NOT NULL,
      backhaul TEXT,
      battery_hours DOUBLE PRECISION,
      status TEXT NOT NULL,
      openroaming TEXT NOT NULL,
      openroaming_since TEXT,
      rcois TEXT NOT NULL,
      profile TEXT,
      installed_on TEXT,
      verified_on TEXT,
      extras TEXT NOT NULL,
      access_points BIGINT NOT NULL,
      first_identity TEXT
    )
    """,
    """
    CREATE TABLE wifi_published (
      id TEXT PRIMARY KEY REFERENCES wifi_sites (id),
      class TEXT NOT NULL,
      openroaming TEXT NOT NULL,
      status TEXT NOT NULL,
      latitude DOUBLE PRECISION,
      longitude DOUBLE PRECISION,
      verified_on TEXT,
      feature TEXT NOT NULL
    )
    """,
    "CREATE TABLE wifi_published_state (name TEXT PRIMARY KEY, version BIGINT NOT NULL)",
    """
    CREATE TABLE wifi_extra_columns (
      name TEXT PRIMARY KEY,
      place BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE wifi_ssids (
      ssid TEXT NOT NULL,
      site TEXT NOT NULL REFERENCES wifi_sites (id),
      PRIMARY KEY (ssid, site)
    )
    """,
    """
    CREATE TABLE wifi_access_points (
      site TEXT NOT NULL REFERENCES wifi_sites (id),
      code TEXT NOT NULL,
      place TEXT NOT NULL,
      bands TEXT NOT NULL,
      security TEXT NOT NULL,
      status TEXT NOT NULL,
      installed_on TEXT,
      PRIMARY KEY (site, code)
    )
    """,
    """
    CREATE TABLE wifi_site_changes (
      id TEXT PRIMARY KEY,
      site TEXT NOT NULL REFERENCES wifi_sites (id),
      at BIGINT NOT NULL,
      who TEXT NOT NULL,
      source TEXT NOT NULL,
      fields TEXT
    )
    """,
    """
    CREATE TABLE wifi_site_counts (
      level BIGINT NOT NULL,
      mesh TEXT NOT NULL,
      class TEXT NOT NULL,
      openroaming TEXT NOT NULL,
      status TEXT NOT NULL,
      sites BIGINT NOT NULL,
      PRIMARY KEY (level, mesh, class, openroaming, status)
    )
    """,
  ]

  private static let siteIndexes: [SQL] = [
    "CREATE INDEX wifi_sites_name ON wifi_sites (name)",
    "CREATE INDEX wifi_sites_kind ON wifi_sites (class, openroaming, status, id)",
    "CREATE INDEX wifi_sites_openroaming ON wifi_sites (openroaming, status, id)",
    "CREATE INDEX wifi_sites_status ON wifi_sites (status, id)",
    "CREATE INDEX wifi_sites_profile ON wifi_sites (profile, id) WHERE profile IS NOT NULL",
    "CREATE INDEX wifi_sites_doubt ON wifi_sites (doubt, id) WHERE doubt IS NOT NULL",
    "CREATE INDEX wifi_sites_verified ON wifi_sites (verified_on, id)",
    "CREATE INDEX wifi_published_latitude ON wifi_published (latitude, id)",
    "CREATE INDEX wifi_published_longitude ON wifi_published (longitude)",
    "CREATE INDEX wifi_published_verified ON wifi_published (verified_on)",
    "CREATE INDEX wifi_ssids_site ON wifi_ssids (site)",
    "CREATE INDEX wifi_site_changes_site ON wifi_site_changes (site, id)",
  ]
}
