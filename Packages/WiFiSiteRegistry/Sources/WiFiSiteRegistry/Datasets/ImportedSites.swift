import Synchronization
import YuiOpenData
import YuiStorage
import YuiText

/// The rows of one import so far: which site each is about, and what is odd about them.
final class ImportedSites: Sendable {
  fileprivate struct State {
    var stored: StoredSites
    /// The line of the row that is about a site.
    var lines: [UUIDv7: Int] = [:]
    /// The first line with an identity.
    var identities: [Fingerprint: Int] = [:]
    /// The first line with a name and an address, and where that lies.
    var places: [Fingerprint: (line: Int, place: Coordinate?)] = [:]
    /// The rows that are about new sites, and the stored ones that these may be the same as.
    var newSites: [NewSite] = []
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
    state = Mutex(
      State(
        stored: try StoredSites(in: source), extraNames: Set(try SiteExtras.names(in: source))))
  }

  /// Refuses a profile that there is not.
  func checkProfile(of record: SiteRecord, in row: DatasetRow) throws {
    guard let slug = record.site.profile, !profiles.contains(slug) else { return }
    throw row.problem(in: "profile", profiles.refusal(of: slug.description))
  }

  /// Finds out which site a row is about: by its id, else by name, address and position.
  ///
  /// Of rows that say the same, the first is about the site that came first, and so on, so that a
  /// file which is imported again finds its sites in their order. The id of a site that was merged
  /// into another means that one, unless the row says that it is retired.
  ///
  /// - Returns: also what there is to say of it.
  func identify(
    _ record: SiteRecord, from row: DatasetRow, at now: Timestamp
  ) throws -> (id: UUIDv7, note: LocalizedText?) {
    try state.withLock { state in
      let id: UUIDv7
      var note: LocalizedText?
      if let own = record.id {
        let survivor = record.saysRetired ? nil : state.stored.survivors[own]
        id = survivor ?? own
        if let earlier = state.lines[id] { throw Self.doubled(row, earlier) }
        if survivor != nil { note = ImportFindings.merged(own, into: id, line: row.line) }
      } else {
        let identity = Fingerprint(of: SiteIdentity(of: record.site).description)
        id =
          state.stored.named[identity]?.first { state.lines[$0] == nil }
          ?? UUIDv7(at: now, number: row.line)
      }
      state.lines[id] = row.line
      return (id, note)
    }
  }

  /// Takes in what there is to say of a row; returns what is said of it by itself.
  func note(
    _ record: SiteRecord, hasOwnID: Bool, from row: DatasetRow, at now: Timestamp,
    in source: some Queryable
  ) throws -> [LocalizedText] {
    let site = try record.merged(into: nil)
    let isKnown = state.withLock { $0.stored.ids.contains(site.id) }
    try check(record, isKnown: isKnown, from: row, today: now.date, in: source)
    var isMoved = site.doubt != nil
    if isMoved, isKnown { isMoved = try SiteStore.site(site.id, in: source)?.place != site.place }
    return try state.withLock { state in
      state.extraNames.formUnion(record.extraNames)
      state.ownColumns.formUnion(record.extraNames)
      guard state.extraNames.count <= SiteExtras.most else { throw SiteExtras.tooMany(row) }
      state.findings.count(site, given: record.given, isNew: !isKnown)
      if !isKnown { state.holdAgainstStored(site, line: row.line) }
      var notes: [LocalizedText] = []
      if isMoved, let note = state.findings.doubt(site, line: row.line) { notes.append(note) }
      if let note = state.findings.longSSID(site, line: row.line) { notes.append(note) }
      if !hasOwnID, let note = state.likeness(of: site, line: row.line) { notes.append(note) }
      return notes
    }
  }

  /// Refuses days that cannot be of what the site will be.
  private func check(
    _ record: SiteRecord, isKnown: Bool, from row: DatasetRow, today: CalendarDate,
    in source: some Queryable
  ) throws {
    let days = [record.site.verifiedOn, record.site.installedOn, record.site.openRoamingSince]
    guard days.contains(where: { $0.map { $0 > today } ?? false }), let id = record.id else {
      return
    }
    let site = try record.merged(into: isKnown ? try SiteStore.site(id, in: source) : nil)
    if let (field, problem) = SiteLimits.impossibleDays(of: site, today: today).first {
      throw row.problem(in: field.rawValue, problem)
    }
  }

  /// What is told of all rows once the last was read: of new sites which stored ones they may be, and
  /// in a line each what holds of many.
  func ending() -> (notes: [LocalizedText], summaries: [LocalizedText]) {
    state.withLock { state in
      let notes = state.newSites.compactMap { site in
        site.surest { state.lines[$0] == nil }.flatMap { state.findings.alike(site, $0) }
      }
      var missing: [SiteStore.Identified] = []
      for site in state.stored.present where state.lines[site.id] == nil { missing.append(site) }
      state.findings.count(missing: missing.count, such: missing.prefix(5).map(\.name))
      return (notes, state.findings.summaries(ownColumns: state.ownColumns))
    }
  }

  private static func doubled(_ row: DatasetRow, _ earlier: Int) -> RowProblem {
    row.problem(
      in: "id",
      LocalizedText(
        ja: "\(earlier)行目と同じ場所です。1行にまとめてください。",
        en: "Line \(earlier) is about the same site. Keep one of them."))
  }
}

/// A row about a site that is new, and the stored ones that it may be the same as.
struct NewSite: Sendable {
  let line: Int
  let name: String
  /// The surest first.
  let alike: [LikenessIndex.Likeness]

  /// The surest that holds a condition: no other row of the file is about it.
  func surest(where isFree: (UUIDv7) -> Bool) -> LikenessIndex.Likeness? {
    alike.first { isFree($0.site.id) }
  }
}

extension ImportedSites.State {
  fileprivate mutating func holdAgainstStored(_ site: WiFiSite, line: Int) {
    let lines = lines
    let alike = stored.alike(site) { lines[$0] == nil }
    if !alike.isEmpty { newSites.append(NewSite(line: line, name: site.name, alike: alike)) }
  }

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
