import Synchronization
import YuiOpenData
import YuiStorage
import YuiText

/// The rows of one import so far: which site each is about, and what is odd about them.
final class ImportedSites: Sendable {
  fileprivate struct State {
    /// The sites that go by an identity, in the order in which they came.
    var known: [Fingerprint: [UUIDv7]] = [:]
    var ids: Set<UUIDv7> = []
    /// The line of the row that is about a site.
    var lines: [UUIDv7: Int] = [:]
    /// The first line with an identity.
    var identities: [Fingerprint: Int] = [:]
    /// The first line with a name and an address, and where that lies.
    var places: [Fingerprint: (line: Int, place: Coordinate?)] = [:]
    var extraNames: Set<String>
    /// Those of them that the file has.
    var ownColumns: Set<String> = []
    var findings = ImportFindings()
  }

  private let state: Mutex<State>
  private let profiles: KnownProfiles

  /// Begins an import into what is stored.
  init(in source: some Queryable) throws {
    profiles = try ProfileStore.known(in: source)
    var state = State(extraNames: Set(try SiteExtras.names(in: source)))
    var first: [(identity: Fingerprint, id: UUIDv7)] = []
    try SiteStore.forEachIdentity(in: source) { id, identity, firstIdentity in
      state.ids.insert(id)
      state.known[Fingerprint(of: identity.description), default: []].append(id)
      if let firstIdentity { first.append((Fingerprint(of: firstIdentity), id)) }
    }
    // What another site is called by now means that one.
    for site in first where state.known[site.identity] == nil {
      state.known[site.identity] = [site.id]
    }
    self.state = Mutex(state)
  }

  /// Refuses a profile that there is not.
  func checkProfile(of record: SiteRecord, in row: DatasetRow) throws {
    guard let slug = record.site.profile, !profiles.contains(slug) else { return }
    throw row.problem(in: "profile", profiles.refusal(of: slug.description))
  }

  /// Finds out which site a row is about: by its id, else by name, address and position.
  ///
  /// Of rows that say the same, the first is about the site that came first, and so on, so that a
  /// file which is imported again finds its sites in their order.
  func identify(
    _ record: SiteRecord, from row: DatasetRow, at now: Timestamp
  ) throws -> UUIDv7 {
    try state.withLock { state in
      let id: UUIDv7
      if let own = record.id {
        if let earlier = state.lines[own] { throw Self.doubled(row, earlier) }
        id = own
      } else {
        let identity = Fingerprint(of: SiteIdentity(of: record.site).description)
        id =
          state.known[identity]?.first { state.lines[$0] == nil }
          ?? UUIDv7(at: now, number: row.line)
      }
      state.lines[id] = row.line
      return id
    }
  }

  /// Takes in what there is to say of a row; returns what is said of it by itself.
  func note(
    _ record: SiteRecord, hasOwnID: Bool, from row: DatasetRow, in source: some Queryable
  ) throws -> [LocalizedText] {
    let site = try record.merged(into: nil)
    let isKnown = state.withLock { $0.ids.contains(site.id) }
    var isMoved = site.doubt != nil
    if isMoved, isKnown { isMoved = try SiteStore.site(site.id, in: source)?.place != site.place }
    return try state.withLock { state in
      state.extraNames.formUnion(record.extraNames)
      state.ownColumns.formUnion(record.extraNames)
      guard state.extraNames.count <= SiteExtras.most else { throw SiteExtras.tooMany(row) }
      state.findings.count(site, given: record.given, isNew: !isKnown)
      var notes: [LocalizedText] = []
      if isMoved, let note = state.findings.doubt(site, line: row.line) { notes.append(note) }
      if let note = state.findings.longSSID(site, line: row.line) { notes.append(note) }
      if !hasOwnID, let note = state.likeness(of: site, line: row.line) { notes.append(note) }
      return notes
    }
  }

  /// What is told of all rows, in a line each.
  var summaries: [LocalizedText] {
    state.withLock { $0.findings.summaries(ownColumns: $0.ownColumns) }
  }

  private static func doubled(_ row: DatasetRow, _ earlier: Int) -> RowProblem {
    row.problem(
      in: "id",
      LocalizedText(
        ja: "\(earlier)行目と同じ場所です。1行にまとめてください。",
        en: "Line \(earlier) is about the same site. Keep one of them."))
  }
}

extension ImportedSites.State {
  /// A note where an earlier row says the same, or the same with another position.
  fileprivate mutating func likeness(of site: WiFiSite, line: Int) -> LocalizedText? {
    let identity = SiteIdentity(of: site)
    let whole = Fingerprint(of: identity.description)
    let called = Fingerprint(of: "\(identity.name)\u{1F}\(identity.address)")
    defer {
      identities[whole] = identities[whole] ?? line
      places[called] = places[called] ?? (line, site.place)
    }
    if let earlier = identities[whole] { return findings.same(site, line: line, as: earlier) }
    guard let earlier = places[called] else { return nil }
    return findings.elsewhere(site, line: line, than: earlier)
  }
}

/// Tells texts of one run apart in 16 bytes each, however long they are.
struct Fingerprint: Hashable, Sendable {
  private let first: Int
  private let second: Int

  init(of text: String) {
    var (first, second) = (Hasher(), Hasher())
    first.combine(text)
    // The same key, so that what is hashed has to differ.
    second.combine(1)
    second.combine(text)
    (self.first, self.second) = (first.finalize(), second.finalize())
  }
}
