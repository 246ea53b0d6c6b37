import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `assets`: every field of the assets, as files.
struct AssetsDataset: BulkDataset {
  let definition = DatasetDefinition(
    name: "assets", title: LocalizedText(ja: "公有資産", en: "Public assets"),
    columns: AssetColumns.all,
    place: PlaceColumns(latitude: "latitude", longitude: "longitude"))

  let readPermission: Permission? = AssetPermission.read
  let importPermission = AssetPermission.manage

  func record(from row: inout DatasetRow) throws -> AssetRecord { try AssetRecord(from: &row) }

  func settle(
    _ record: AssetRecord, from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws -> AssetRecord {
    let assets = try run.gathering(ImportedAssets?.none) { gathered in
      let assets = try gathered ?? ImportedAssets(in: source)
      gathered = assets
      return assets
    }
    if let note = try assets.note(record, from: row, in: source) { run.report.notes.append(note) }
    return record
  }

  func summarise(_ run: inout ImportRun) {
    let assets = run.gathering(ImportedAssets?.none) { $0 }
    for summary in assets?.summaries ?? [] { run.report.summaries.append(summary) }
  }

  func columns(of records: [AssetRecord]) -> [String] { AssetRecord.columns(of: records) }

  func cells(of record: AssetRecord, in columns: [String]) -> [String] {
    record.cells(in: columns)
  }

  func apply(
    _ records: [AssetRecord], from origin: ImportOrigin, in transaction: Transaction
  ) throws -> ImportCounts {
    var counts = ImportCounts()
    let known = try AssetStore.assets(records.map(\.asset.id), in: transaction)
    let assets = records.map { record in
      let old = known[record.asset.id]
      let new = record.merged(into: old)
      counts.count(old == nil ? .created : old == new ? .unchanged : .updated)
      return new
    }
    try AssetStore.save(
      assets, replacing: known,
      on: .init(who: origin.who, source: .imported, at: origin.checkedAt), in: transaction)
    return counts
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    try AssetStore.page(.all, after: AssetID(stored: cursor), limit: limit, in: snapshot)
      .map { asset in
        ExportRow(
          cursor: asset.id.description, cells: AssetField.all.map { $0.text(of: asset) })
      }
  }
}
