import YuiStorage

extension AssetMigrations {
  static let applications = Migration(
    4, "applications",
    [
      """
      CREATE TABLE assets_applications (
        id TEXT PRIMARY KEY,
        carrier TEXT NOT NULL REFERENCES assets_carriers (id),
        applicant TEXT NOT NULL,
        purpose TEXT NOT NULL,
        partners TEXT NOT NULL,
        wished_from TEXT NOT NULL,
        wished_until TEXT NOT NULL,
        equipment TEXT NOT NULL,
        submitted_at BIGINT
      )
      """,
      "CREATE INDEX assets_applications_carrier ON assets_applications (carrier, id)",
      """
      CREATE TABLE assets_application_assets (
        application TEXT NOT NULL REFERENCES assets_applications (id) ON DELETE CASCADE,
        position BIGINT NOT NULL,
        asset TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (application, asset)
      )
      """,
      "CREATE INDEX assets_application_assets_asset ON assets_application_assets (asset, outcome)",
      """
      CREATE TABLE assets_permits (
        application TEXT PRIMARY KEY REFERENCES assets_applications (id),
        number TEXT NOT NULL UNIQUE,
        from_on TEXT NOT NULL,
        until_on TEXT NOT NULL,
        conditions TEXT NOT NULL,
        fee_yen BIGINT NOT NULL,
        decided_at BIGINT NOT NULL,
        decided_by TEXT NOT NULL
      )
      """,
      """
      CREATE TABLE assets_application_answers (
        id TEXT PRIMARY KEY,
        application TEXT NOT NULL REFERENCES assets_applications (id) ON DELETE CASCADE,
        body TEXT NOT NULL
      )
      """,
      """
      CREATE INDEX assets_application_answers_application
      ON assets_application_answers (application, id)
      """,
      """
      CREATE TABLE assets_documents (
        id TEXT PRIMARY KEY,
        application TEXT NOT NULL REFERENCES assets_applications (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        by_staff BIGINT NOT NULL,
        size BIGINT NOT NULL,
        content BYTEA NOT NULL
      )
      """,
      "CREATE INDEX assets_documents_application ON assets_documents (application, id)",
    ])
}
