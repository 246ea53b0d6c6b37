import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

@Suite("Datasets that keep what they do not know")
struct LooseColumnsTests {
  private func importer(_ file: String) -> DatasetImport {
    DatasetImport(
      file: Array(file.utf8), name: "a.csv", module: "spots", dataset: LooseDataset())
  }

  private func export(_ format: DatasetExport.Format, from store: Store) throws -> String {
    var bytes: [UInt8] = []
    try DatasetExport.write(LooseDataset(), as: format, from: store) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Columns of a file survive its keeping, also those that it lacks", arguments: Engine.allCases)
  func kept(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [LooseModule()])
    let report = try importer("階,name,色\n2,駅,\n,公園,緑\n").run(
      by: AuditActor(.account, name: "editor"), in: tenant.store, clock: .fixed(TestTenant.now))
    #expect(report.created == 2)
    #expect(report.summaries.first.map { $0[.en] } == ["2 spots without a place"])
    let found = try tenant.store.read { snapshot in
      try snapshot.all("SELECT name, told FROM spots ORDER BY name") { row in
        "\(try row.text(0)) \(try row.text(1))"
      }
    }
    #expect(found == ["公園 editor a.csv [name] 色=緑", "駅 editor a.csv [name] 階=2"])
  }

  @Test("A dry run tells the same of all rows, in the name of nobody", arguments: Engine.allCases)
  func dryRun(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [LooseModule()])
    let report = try importer("name\n駅\n").dryRun(in: tenant.store, clock: .fixed(TestTenant.now))
    #expect(report.summaries.first.map { $0[.en] } == ["1 spots without a place"])
  }

  @Test("Extra columns come out again; places make GeoJSON, which is read back")
  func export() throws {
    let tenant = try TestTenant(.sqlite, modules: [LooseModule()])
    let csv = try export(.csv, from: tenant.store)
    #expect(csv == "\u{FEFF}id,name,緯度,経度,色\r\n1,駅,35.5,139.25,赤\r\n2,公園,,,\r\n")
    let geoJSON = try export(.geojson, from: tenant.store)
    #expect(
      geoJSON == """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"1","geometry":{"type":"Point","coordinates":[139.25,35.5]},\
        "properties":{"name":"駅","色":"赤"}},
        {"type":"Feature","id":"2","geometry":null,"properties":{"name":"公園","色":null}}
        ]}

        """)
    var rows: [[String]] = []
    let report = try DatasetTable(
      TableFile(Array(geoJSON.utf8)), definition: LooseDataset().definition
    ).read { row, _ in
      rows.append(["id", "name", "緯度", "経度"].map { row[$0] } + row.extras.map(\.value))
    }
    #expect(report.isAccepted)
    #expect(rows == [["1", "駅", "35.5", "139.25", "赤"], ["2", "公園", "", ""]])
  }

  @Test("Data without places have no GeoJSON")
  func noPlaces() throws {
    #expect(DatasetExport.formats(of: LooseDataset()) == DatasetExport.Format.allCases)
    #expect(!DatasetExport.formats(of: PairsDataset()).contains(.geojson))
    let tenant = try TestTenant(.sqlite, modules: [PairsModule()])
    #expect(throws: StoreError.self) {
      try DatasetExport.write(PairsDataset(), as: .geojson, from: tenant.store) { _ in }
    }
  }
}

/// A module of spots that files may tell more of than it knows.
struct LooseModule: TestModule {
  let identifier = "spots"
  var datasets: [any Dataset] { [LooseDataset()] }
  var migrations: [Migration] {
    [Migration(1, "spots", ["CREATE TABLE spots (name TEXT PRIMARY KEY, told TEXT NOT NULL)"])]
  }
}

/// Spots; what is stored of them is how they came.
struct LooseDataset: BulkDataset {
  struct Record: Sendable {
    let name: String
    let columns: [String]
    let extras: [(name: String, value: String)]
  }

  private struct Missing: Sendable { var places = 0 }

  let definition = DatasetDefinition(
    name: "spots", title: LocalizedText(ja: "場所", en: "Spots"),
    columns: ["id", "name", "緯度", "経度"].map {
      DatasetColumn($0, label: LocalizedText(everywhere: $0), isRequired: $0 == "name")
    }, keepsExtraColumns: true, place: PlaceColumns(latitude: "緯度", longitude: "経度"))
  let readPermission: Permission? = nil
  let importPermission: Permission = "spots:write"

  func record(from row: inout DatasetRow) throws -> Record {
    Record(
      name: try row.required("name", .line(max: 20)), columns: row.columns, extras: row.extras)
  }

  func settle(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws -> Record {
    if row["緯度"].isEmpty { run.gathering(Missing()) { $0.places += 1 } }
    return record
  }

  func summarise(_ run: inout ImportRun) {
    let missing = run.gathering(Missing()) { $0.places }
    run.report.summaries.append(
      LocalizedText(ja: "位置なし\(missing)件", en: "\(missing) spots without a place"))
  }

  func columns(of records: [Record]) -> [String] {
    ["name"] + Set(records.flatMap { $0.extras.map(\.name) }).sorted()
  }

  func cells(of record: Record, in columns: [String]) -> [String] {
    columns.map { column in
      column == "name" ? record.name : record.extras.first { $0.name == column }?.value ?? ""
    }
  }

  func apply(
    _ records: [Record], from origin: ImportOrigin, in transaction: Transaction
  ) throws -> ImportCounts {
    var counts = ImportCounts()
    for record in records {
      let extras = record.extras.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      let told = "\(origin.who) \(origin.file) [\(record.columns.joined(separator: " "))] \(extras)"
      try transaction.execute("INSERT INTO spots (name, told) VALUES (\(record.name), \(told))")
      counts.count(.created)
    }
    return counts
  }

  func exportColumns(in source: some Queryable) throws -> [DatasetColumn] {
    definition.columns + [DatasetColumn("色", label: LocalizedText(everywhere: "色"))]
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    [
      ExportRow(cursor: "1", cells: ["1", "駅", "35.5", "139.25", "赤"]),
      ExportRow(cursor: "2", cells: ["2", "公園", "", "", "", "more than there are columns"]),
    ]
  }
}
