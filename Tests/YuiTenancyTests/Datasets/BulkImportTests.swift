import Synchronization
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

@Suite("Imports in slices")
struct BulkImportTests {
  /// More than a slice.
  private static let rows = 10_001
  private static let actor = AuditActor(.command, name: "yui import")

  private static func file(_ value: String = "朝", rows: Int = rows) -> [UInt8] {
    var text = "name,value\n"
    for row in 1...rows { text += "n\(row),\(value)\n" }
    return Array(text.utf8)
  }

  private func importer(
    _ file: [UInt8], _ dataset: PairsDataset = PairsDataset(),
    progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
  ) -> DatasetImport {
    DatasetImport(
      file: TableFile(file), name: "a.csv", module: "pairs", dataset: dataset, progress: progress)
  }

  @Test(
    "A file of several slices is imported, counted and told in one entry; again, nothing changes",
    arguments: Engine.allCases)
  func whole(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [PairsModule()])
    let told = Mutex<[String]>([])
    let first = try importer(Self.file()) { progress in told.withLock { $0.append("\(progress)") } }
      .run(by: Self.actor, in: tenant.store, clock: .fixed(TestTenant.now))
    #expect([first.rows, first.created, first.updated, first.unchanged] == [10_001, 10_001, 0, 0])
    #expect(try tenant.pairs() == 10_001)
    #expect(try tenant.entries().map { $0.content?.event.action } == ["pairs.dataset.imported"])
    #expect(try tenant.entries().first?.content?.event.details["created"] == "10001")
    #expect(told.withLock { $0.contains("storing(rows: 8000, of: 10001)") })
    #expect(try tenant.partsKept() == 0)

    let again = try importer(Self.file()).run(
      by: Self.actor, in: tenant.store, clock: .fixed(TestTenant.now))
    #expect([again.created, again.updated, again.unchanged] == [0, 0, 10_001])
    let changed = try importer(Self.file("昼", rows: 10_005)).run(
      by: Self.actor, in: tenant.store, clock: .fixed(TestTenant.now))
    #expect([changed.created, changed.updated, changed.unchanged] == [4, 10_001, 0])
    #expect(try tenant.entries().count == 3)
  }

  @Test("A dry run counts the same and keeps nothing", arguments: Engine.allCases)
  func dryRun(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [PairsModule()])
    let version = tenant.store.publicVersion
    let report = try importer(Self.file()).dryRun(
      in: tenant.store, clock: .fixed(TestTenant.now))
    #expect(report.isAccepted)
    #expect([report.rows, report.created] == [10_001, 10_001])
    #expect(try tenant.pairs() == 0)
    #expect(try tenant.partsKept() == 0)
    #expect(try tenant.entries().isEmpty)
    #expect(tenant.store.publicVersion == version)
  }

  @Test(
    "One bad row at the very end, and nothing is imported or kept", arguments: Engine.allCases,
    ["n1,昼\n", "x,\n", "x,夜,1\n", "x,\"夜\n"])
  func allOrNothing(engine: Engine, last: String) throws {
    let tenant = try TestTenant(engine, modules: [PairsModule()])
    let report = try importer(Self.file() + Array(last.utf8)).run(
      by: Self.actor, in: tenant.store, clock: .fixed(TestTenant.now))
    #expect(report.problems.first.map(\.line) == [10_003])
    #expect(try tenant.pairs() == 0)
    #expect(try tenant.partsKept() == 0)
    #expect(try tenant.entries().isEmpty)
  }

  @Test(
    "Others write between the slices, and two importers of the same file do no harm",
    arguments: Engine.allCases)
  func others(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [PairsModule()])
    let written = Mutex(0)
    let report = try importer(Self.file()) { progress in
      guard case .storing(let rows, _) = progress, rows < Self.rows else { return }
      // The rest is stored by somebody else meanwhile.
      _ = try? UnfinishedImports.finish(
        in: tenant.store, of: [PairsModule()], clock: .fixed(TestTenant.now))
      _ = try? tenant.store.write { try $0.execute("UPDATE pairs SET value = value") }
      written.withLock { $0 += 1 }
    }.run(by: Self.actor, in: tenant.store, clock: .fixed(TestTenant.now))
    #expect(written.withLock { $0 } > 0)
    #expect(report.created == 10_001)
    #expect(try tenant.pairs() == 10_001)
    #expect(try tenant.entries().count == 1)
  }

  @Test(
    "What a failing store cuts short is finished by whoever comes next, and counted as one",
    arguments: Engine.allCases)
  func interrupted(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [PairsModule()])
    let broken = PairsDataset(failingFrom: "n8500", with: .io)
    let error = #expect(throws: ImportInterrupted.self) {
      try importer(Self.file(), broken).run(
        by: Self.actor, in: tenant.store, clock: .fixed(TestTenant.now))
    }
    #expect(error?.description.contains("after 8000 of 10001 rows") == true)
    #expect(try tenant.pairs() == 8_000)
    #expect(try tenant.entries().isEmpty)

    let finished = try UnfinishedImports.finish(
      in: tenant.store, of: [PairsModule()], clock: .fixed(TestTenant.now))
    #expect(finished == ["a.csv"])
    #expect(try tenant.pairs() == 10_001)
    let entry = try #require(try tenant.entries().first?.content)
    #expect(entry.actor == Self.actor)
    #expect(entry.event.details["created"] == "10001")
    #expect(try tenant.entries().count == 1)
    #expect(
      try UnfinishedImports.finish(
        in: tenant.store, of: [PairsModule()], clock: .fixed(TestTenant.now)
      ).isEmpty)
  }

  @Test(
    "An import that meets what its check had ruled out ends there, and says so",
    arguments: Engine.allCases)
  func stopped(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [PairsModule()])
    let broken = PairsDataset(failingFrom: "n8500", with: .checkConstraint)
    #expect(throws: StoreError.self) {
      try importer(Self.file(), broken).run(
        by: Self.actor, in: tenant.store, clock: .fixed(TestTenant.now))
    }
    let entry = try #require(try tenant.entries().first?.content)
    #expect(entry.event.action == "pairs.dataset.import-stopped")
    #expect(entry.event.details["created"] == "8000")
    #expect(try tenant.entries().count == 1)
    #expect(
      try UnfinishedImports.finish(
        in: tenant.store, of: [PairsModule()], clock: .fixed(TestTenant.now)
      ).isEmpty)
  }
}

/// A module with nothing but a table of names and values.
struct PairsModule: TestModule {
  let identifier = "pairs"
  var datasets: [any Dataset] { [PairsDataset()] }
  var migrations: [Migration] {
    [Migration(1, "pairs", ["CREATE TABLE pairs (name TEXT PRIMARY KEY, value TEXT NOT NULL)"])]
  }
}

/// Names with a value each.
struct PairsDataset: BulkDataset {
  struct Record: Sendable {
    let name: String
    let value: String
  }

  let definition = DatasetDefinition(
    name: "pairs", title: LocalizedText(ja: "組", en: "Pairs"),
    columns: [
      DatasetColumn("name", label: LocalizedText(ja: "名", en: "Name"), isRequired: true),
      DatasetColumn("value", label: LocalizedText(ja: "値", en: "Value"), isRequired: true),
    ])
  let readPermission: Permission? = nil
  let importPermission: Permission = "pairs:write"
  private var failure: (name: String, code: StoreError.Code)?

  init() {}

  init(failingFrom name: String, with code: StoreError.Code) { failure = (name, code) }

  func record(from row: inout DatasetRow) throws -> Record {
    Record(
      name: try row.required("name", .line(max: 20)),
      value: try row.required("value", .line(max: 20)))
  }

  func settle(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws -> Record {
    if let earlier = run.earlierLine(about: record.name, line: row.line) {
      throw row.problem(
        in: "name", LocalizedText(ja: "\(earlier)行目と同じです。", en: "As in line \(earlier)."))
    }
    return record
  }

  func cells(of record: Record, in columns: [String]) -> [String] { [record.name, record.value] }

  func apply(
    _ records: [Record], from origin: ImportOrigin, in transaction: Transaction
  ) throws -> ImportCounts {
    var counts = ImportCounts()
    for record in records {
      if let failure, record.name == failure.name {
        throw StoreError(failure.code, "as the test wants it")
      }
      let old = try transaction.first(
        "SELECT value FROM pairs WHERE name = \(record.name)"
      ) { try $0.text(0) }
      try transaction.execute(
        """
        INSERT INTO pairs (name, value) VALUES (\(record.name), \(record.value))
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """)
      counts.count(old == nil ? .created : old == record.value ? .unchanged : .updated)
    }
    transaction.raisePublicVersion()
    return counts
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] { [] }
}

extension TestTenant {
  fileprivate func pairs() throws -> Int {
    try store.read { try $0.first("SELECT COUNT(*) FROM pairs") { try $0.int(0) } ?? 0 }
  }

  fileprivate func partsKept() throws -> Int {
    try store.read { try $0.first("SELECT COUNT(*) FROM yui_import_parts") { try $0.int(0) } ?? 0 }
  }
}
