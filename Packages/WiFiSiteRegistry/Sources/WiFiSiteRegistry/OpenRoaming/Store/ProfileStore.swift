import YuiStorage
import YuiText

/// The profiles of one tenant: all their SQL.
enum ProfileStore {
  /// The profiles in the order of their slugs.
  static func all(in source: some Queryable) throws -> [OpenRoamingProfile] {
    try source.all(
      """
      SELECT \(ProfileRow.columns) FROM wifi_profiles ORDER BY slug LIMIT \(OpenRoamingProfile.most)
      """, ProfileRow.profile(from:))
  }

  static func profile(_ slug: Slug, in source: some Queryable) throws -> OpenRoamingProfile? {
    try source.first(
      "SELECT \(ProfileRow.columns) FROM wifi_profiles WHERE slug = \(slug.description)",
      ProfileRow.profile(from:))
  }

  /// Adds a profile or replaces the one of its slug.
  static func put(_ profile: OpenRoamingProfile, in transaction: Transaction) throws {
    let old = try self.profile(profile.slug, in: transaction)
    try transaction.execute(
      """
      INSERT INTO wifi_profiles (\(ProfileRow.columns))
      VALUES (\(try ProfileRow.values(of: profile)))
      ON CONFLICT (slug) DO UPDATE SET \(ProfileRow.replaced)
      """)
    if old?.rcois != profile.rcois { try publishSites(of: profile.slug, in: transaction) }
    transaction.raisePublicVersion()
  }

  /// Writes anew what is public of sites that announce what the profile says.
  private static func publishSites(of slug: Slug, in transaction: Transaction) throws {
    var filter = SiteFilter.shown
    filter.profile = slug
    var last: UUIDv7?
    repeat {
      let sites = try SiteStore.page(filter, after: last, limit: sitesAtOnce, in: transaction)
      if !sites.isEmpty {
        try PublishedSiteStore.write(sites, replacing: [:], in: transaction)
      }
      last = sites.count == sitesAtOnce ? sites.last?.id : nil
    } while last != nil
  }

  private static let sitesAtOnce = 500

  /// What each profile announces, for sites that announce nothing else.
  static func consortia(in source: some Queryable) throws -> ProfileConsortia {
    let profiles = try all(in: source).map { ($0.slug, $0.rcois) }
    return ProfileConsortia(Dictionary(profiles) { first, _ in first })
  }

  /// Takes a profile away that no site has.
  static func remove(_ slug: Slug, in transaction: Transaction) throws {
    try transaction.execute("DELETE FROM wifi_profiles WHERE slug = \(slug.description)")
    transaction.raisePublicVersion()
  }

  /// The names of the profiles, in the order of their slugs.
  static func known(in source: some Queryable) throws -> KnownProfiles {
    KnownProfiles(
      try source.all(
        """
        SELECT slug, name_ja, name_en FROM wifi_profiles ORDER BY slug
        LIMIT \(OpenRoamingProfile.most)
        """
      ) { row in
        guard let slug = Slug(try row.text(0)) else {
          throw StoreError(.wrongType, "a stored slug cannot be read")
        }
        return (slug, LocalizedText(ja: try row.text(1), en: try row.text(2)))
      })
  }

  /// The slugs that sites name and no profile has, and how many sites name each.
  static func missing(in source: some Queryable) throws -> [(slug: Slug, sites: Int)] {
    let known = try known(in: source)
    return try named(in: source).filter { !known.contains($0.slug) }
  }

  /// The slugs that sites name, by an index, and how many sites name each.
  private static func named(in source: some Queryable) throws -> [(slug: Slug, sites: Int)] {
    try source.all(
      """
      SELECT profile, COUNT(*) FROM wifi_sites WHERE profile IS NOT NULL
      GROUP BY profile ORDER BY profile
      """
    ) { row in try (Slug(row.text(0)), row.int(1)) }
    .compactMap { slug, sites in slug.map { ($0, sites) } }
  }

  static func count(in source: some Queryable) throws -> Int {
    try source.first("SELECT COUNT(*) FROM wifi_profiles") { row in try row.int(0) } ?? 0
  }

  /// How many sites have each profile, by its slug.
  static func uses(in source: some Queryable) throws -> [String: Int] {
    var uses: [String: Int] = [:]
    try source.forEach(
      """
      SELECT slug, (SELECT COUNT(*) FROM wifi_sites WHERE profile = wifi_profiles.slug)
      FROM wifi_profiles
      """
    ) { row in uses[try row.text(0)] = try row.int(1) }
    return uses
  }

  /// How many sites have a profile.
  static func uses(of slug: Slug, in source: some Queryable) throws -> Int {
    try source.first(
      "SELECT COUNT(*) FROM wifi_sites WHERE profile = \(slug.description)"
    ) { row in try row.int(0) } ?? 0
  }

  /// A free slug: from the name where it is ASCII, otherwise counted (`profile-3`).
  ///
  /// One that sites name already is not free: they would have the new profile without anybody
  /// having given it to them.
  static func freeSlug(for name: String, in source: some Queryable) throws -> Slug {
    let taken = Set(
      try known(in: source).names.map(\.slug) + named(in: source).map(\.slug))
    if let slug = Slug(fromName: name), !taken.contains(slug), slug.description != "new" {
      return slug
    }
    for number in 1...(taken.count + 1) {
      if let slug = Slug("profile-\(number)"), !taken.contains(slug) { return slug }
    }
    throw StoreError(.misuse, "a tenant has more profiles than it may have")
  }
}
