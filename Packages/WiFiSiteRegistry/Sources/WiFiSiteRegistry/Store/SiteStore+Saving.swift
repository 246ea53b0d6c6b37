import YuiOpenData
import YuiStorage
import YuiText

extension SiteStore {
  /// Stores a site, new or changed, and writes down what changed; nothing where all is as it was.
  ///
  /// - Parameter remarks: what the history tells besides, also where the site is as it was.
  /// - Returns: whether anything changed.
  @discardableResult
  static func save(
    _ site: WiFiSite, by who: String, source: SiteChange.Source,
    remarks: [SiteChange.Field] = [], at now: Timestamp, in transaction: Transaction
  ) throws -> Bool {
    let known = try self.site(site.id, in: transaction).map { [$0.id: $0] } ?? [:]
    let isChanged =
      try save(
        [site], replacing: known, by: who, source: source, remarks: [site.id: remarks], at: now,
        in: transaction) > 0
    if !isChanged, !remarks.isEmpty {
      try SiteHistory.add([(site.id, remarks)], by: who, source: source, at: now, in: transaction)
    }
    return isChanged
  }

  /// Stores sites, of which no two are the same, in place of what is known of them.
  ///
  /// - Returns: how many are new or changed.
  @discardableResult
  static func save(
    _ sites: [WiFiSite], replacing known: [UUIDv7: WiFiSite], by who: String,
    source: SiteChange.Source, remarks: [UUIDv7: [SiteChange.Field]] = [:], at now: Timestamp,
    in transaction: Transaction
  ) throws -> Int {
    let changed = sites.filter { known[$0.id] != $0 }
    guard !changed.isEmpty else { return 0 }
    try write(changed, on: now.date, in: transaction)
    try writeSSIDs(changed, replacing: known, in: transaction)
    try PublishedSiteStore.write(changed, replacing: known, in: transaction)
    try writePlaces(changed, replacing: known, in: transaction)
    try keepIdentities(changed, replacing: known, in: transaction)
    try SiteExtras.note(changed, in: transaction)
    var counts = SiteCountChanges()
    var worded: [UUIDv7] = []
    for site in changed {
      let old = known[site.id]
      if let old { counts.count(old, by: -1) }
      counts.count(site, by: 1)
      if old?.searchText != site.searchText { worded.append(site.id) }
    }
    try counts.apply(in: transaction)
    try SiteHistory.add(
      changed.map { site in
        (
          site.id,
          known[site.id].map { SiteChange.fields(from: $0, to: site) + (remarks[site.id] ?? []) }
        )
      }, by: who, source: source, at: now, in: transaction)
    if !worded.isEmpty {
      try words.enqueue(worded.map(\.description), in: transaction)
      transaction.wake("wifi.index-sites")
    }
    if changed.contains(where: { $0.status.isPublic || known[$0.id]?.status.isPublic == true }) {
      transaction.raisePublicVersion()
    }
    return changed.count
  }

  /// - Parameter day: since when a status holds that is new.
  private static func write(
    _ sites: [WiFiSite], on day: CalendarDate, in transaction: Transaction
  ) throws {
    let rows: [SQL] = try sites.map { site in "(\(try SiteRow.values(of: site)), 0, \(day))" }
    try transaction.execute(rows: rows) { rows in
      """
      INSERT INTO wifi_sites (\(SiteRow.columns), access_points, status_since) VALUES \(rows)
      ON CONFLICT (id) DO UPDATE SET \(SiteRow.replaced),
        status_since = CASE WHEN wifi_sites.status = excluded.status
          THEN wifi_sites.status_since ELSE excluded.status_since END
      """
    }
  }

  private static func writePlaces(
    _ sites: [WiFiSite], replacing known: [UUIDv7: WiFiSite], in transaction: Transaction
  ) throws {
    var added: [(id: String, box: BoundingBox)] = []
    for site in sites where known[site.id]?.place != site.place {
      if known[site.id]?.place == nil, let box = site.place?.box {
        added.append((site.id.description, box))
      } else {
        try places.set(site.place?.box, of: site.id.description, in: transaction)
      }
    }
    try places.add(added, in: transaction)
  }

  /// Remembers as what a site first came, so that a file which calls it that still finds it.
  private static func keepIdentities(
    _ sites: [WiFiSite], replacing known: [UUIDv7: WiFiSite], in transaction: Transaction
  ) throws {
    for site in sites {
      guard let old = known[site.id],
        old.name != site.name || old.address != site.address || old.place != site.place
      else { continue }
      let identity = SiteIdentity(of: old)
      guard identity != SiteIdentity(of: site) else { continue }
      try transaction.execute(
        """
        UPDATE wifi_sites SET first_identity = COALESCE(first_identity, \(identity.description))
        WHERE id = \(site.id)
        """)
    }
  }

  private static func writeSSIDs(
    _ sites: [WiFiSite], replacing known: [UUIDv7: WiFiSite], in transaction: Transaction
  ) throws {
    let changed = sites.filter { $0.ssids != known[$0.id]?.ssids ?? [] }
    for site in changed where known[site.id]?.ssids.isEmpty == false {
      try transaction.execute("DELETE FROM wifi_ssids WHERE site = \(site.id)")
    }
    let rows: [SQL] = changed.flatMap { site in
      Set(site.ssids).map { ssid in "(\(ssid), \(site.id))" }
    }
    try transaction.execute(rows: rows) { "INSERT INTO wifi_ssids (ssid, site) VALUES \($0)" }
  }
}

extension WiFiSite {
  /// What people find it by.
  var searchText: String {
    ([name, kana, nameEn, address, building] + ssids).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
