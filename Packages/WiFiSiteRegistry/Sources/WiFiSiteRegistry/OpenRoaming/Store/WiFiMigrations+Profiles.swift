import YuiStorage

extension WiFiMigrations {
  /// What access points announce for OpenRoaming.
  static let profiles = Migration(
    3, "profiles of OpenRoaming",
    [
      """
      CREATE TABLE wifi_profiles (
        slug TEXT PRIMARY KEY,
        name_ja TEXT NOT NULL,
        name_en TEXT NOT NULL,
        ssid TEXT NOT NULL,
        security TEXT NOT NULL,
        is_passpoint BIGINT NOT NULL,
        settlement TEXT NOT NULL,
        rcois TEXT NOT NULL,
        realms TEXT NOT NULL,
        domains TEXT NOT NULL,
        cells TEXT NOT NULL,
        venue TEXT NOT NULL,
        venue_names TEXT NOT NULL,
        venue_url TEXT NOT NULL,
        network_type BIGINT NOT NULL,
        has_internet BIGINT NOT NULL,
        needs_further_step BIGINT NOT NULL,
        ipv4 BIGINT NOT NULL,
        ipv6 BIGINT NOT NULL,
        hessid TEXT,
        anqp_domain BIGINT,
        operator_names TEXT NOT NULL,
        wbaid TEXT,
        server_names TEXT NOT NULL,
        front_end TEXT NOT NULL,
        server TEXT NOT NULL,
        access_points TEXT NOT NULL,
        authorities TEXT NOT NULL,
        certificate TEXT NOT NULL,
        private_key TEXT NOT NULL,
        lookup TEXT NOT NULL
      )
      """
    ])
}
