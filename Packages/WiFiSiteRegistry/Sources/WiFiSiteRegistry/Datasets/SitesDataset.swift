import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `wifi-sites`: the sites, in the layouts of the standard dataset and with what the registry knows
/// beside them.
struct SitesDataset: BulkDataset {
  let definition = DatasetDefinition(
    name: "wifi-sites",
    title: LocalizedText(ja: "公衆無線LANの場所", en: "Public Wi-Fi sites"),
    columns: SiteLayout.definitions(of: SiteLayout.older + SiteLayout.added + SiteLayout.own),
    keepsExtraColumns: true, place: PlaceColumns(latitude: "緯度", longitude: "経度"))

  let readPermission: Permission? = WiFiPermission.read
  let importPermission = WiFiPermission.manage

  let pages = [
    StaffPath.trail,
    PageLink(LocalizedText(ja: "公開中の地図", en: "The public map"), "/wifi"),
    PageLink(
      LocalizedText(ja: "重複しているかもしれない施設", en: "Sites that may be the same"),
      DuplicatePages.path),
  ]

  func record(from row: inout DatasetRow) throws -> SiteRecord { try SiteRecord(from: &row) }

  func settle(
    _ record: SiteRecord, from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws -> SiteRecord {
    let sites = try run.gathering(ImportedSites?.none) { gathered in
      let sites = try gathered ?? ImportedSites(in: source)
      gathered = sites
      return sites
    }
    try sites.checkProfile(of: record, in: row)
    var settled = record
    let found = try sites.identify(record, from: row, at: run.now)
    settled.id = found.id
    let notes = try sites.note(
      settled, hasOwnID: record.id != nil, from: row, at: run.now, in: source)
    for note in [found.note].compactMap(\.self) + notes { run.report.notes.append(note) }
    return settled
  }

  func summarise(_ run: inout ImportRun) {
    guard let ending = run.gathering(ImportedSites?.none, { $0 })?.ending() else { return }
    for note in ending.notes { run.report.notes.append(note) }
    for summary in ending.summaries { run.report.summaries.append(summary) }
  }

  func columns(of records: [SiteRecord]) -> [String] { SiteRecord.columns(of: records) }

  func cells(of record: SiteRecord, in columns: [String]) -> [String] {
    columns.map { record.text(in: $0) }
  }

  func apply(
    _ records: [SiteRecord], from origin: ImportOrigin, in transaction: Transaction
  ) throws -> ImportCounts {
    var counts = ImportCounts()
    let known = try SiteStore.sites(records.compactMap(\.id), in: transaction)
    let sites = try records.map { record in
      let old = record.id.flatMap { known[$0] }
      let new = try record.merged(into: old)
      counts.count(old == nil ? .created : old == new ? .unchanged : .updated)
      return new
    }
    try SiteStore.save(
      sites, replacing: known, by: origin.who, source: .imported, at: origin.checkedAt,
      in: transaction)
    return counts
  }

  func exportColumns(in source: some Queryable) throws -> [DatasetColumn] {
    definition.columns
      + (try SiteExtras.names(in: source).map {
        DatasetColumn($0, label: LocalizedText(everywhere: $0))
      })
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    let cells = (SiteLayout.older + SiteLayout.added + SiteLayout.own).compactMap(\.cell)
    let extras = try SiteExtras.names(in: snapshot)
    return try SiteStore.page(.all, after: UUIDv7(cursor), limit: limit, in: snapshot).map { site in
      ExportRow(
        cursor: site.id.description,
        cells: cells.map { $0.text(of: site) }
          + extras.map { name in site.extras.first { $0.name == name }?.value ?? "" })
    }
  }
}
