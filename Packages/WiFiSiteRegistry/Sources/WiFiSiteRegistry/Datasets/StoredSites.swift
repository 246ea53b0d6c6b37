import YuiOpenData
import YuiStorage

/// What is stored when an import begins, as far as its rows are held against it.
struct StoredSites: Sendable {
  private(set) var ids: Set<UUIDv7> = []
  /// The sites that go by an identity, in the order in which they came.
  private(set) var named: [Fingerprint: [UUIDv7]] = [:]
  /// The sites that live on, by those that were merged into them.
  let survivors: [UUIDv7: UUIDv7]
  /// The sites that were not retired, in the order in which they came.
  private(set) var present: [SiteStore.Identified] = []
  /// Made where a row is about a new site.
  private lazy var likeness = LikenessIndex(
    present.map { DuplicateSearch.Candidate(id: $0.id, name: $0.name, place: $0.place) })

  init(in source: some Queryable) throws {
    survivors = try MergedSites.survivors(in: source)
    var first: [(identity: Fingerprint, id: UUIDv7)] = []
    try SiteStore.forEachIdentity(in: source) { site in
      ids.insert(site.id)
      named[Fingerprint(of: site.identity.description), default: []].append(site.id)
      if let identity = site.firstIdentity { first.append((Fingerprint(of: identity), site.id)) }
      if !site.isRetired { present.append(site) }
    }
    // What another site is called by now means that one.
    for site in first where named[site.identity] == nil { named[site.identity] = [site.id] }
  }

  /// The sites that a new one may be the same as, the surest first.
  mutating func alike(
    _ site: WiFiSite, where isWanted: (UUIDv7) -> Bool
  ) -> [LikenessIndex.Likeness] {
    guard !present.isEmpty else { return [] }
    // The row of the surest may still come: then the next is it.
    return likeness.alike(
      DuplicateSearch.Candidate(id: site.id, name: site.name, place: site.place), limit: 3,
      where: isWanted)
  }
}
