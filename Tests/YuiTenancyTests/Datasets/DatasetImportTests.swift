import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

@Suite struct DatasetImportTests {
  private static let slugWanted = "Enter at most 64 of the letters a–z, digits and hyphens."

  @Test(
    "A file is imported as a whole, counted exactly, and told in one entry of the audit log",
    arguments: Engine.allCases)
  func whole(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["summer": "夏まつり", "pool": "プール開き"])
    let file = "slug,body\nsummer,夏まつり\npool,プール閉館\nlibrary,図書館\nmarket,朝市\n"
    let report = try tenant.importNotices(file, name: "七月.csv")
    #expect(report.isAccepted)
    #expect(report.rows == 4)
    #expect([report.created, report.updated, report.unchanged] == [2, 1, 1])
    #expect(
      try tenant.notices() == [
        "library": "図書館", "market": "朝市", "pool": "プール閉館", "summer": "夏まつり",
      ])
    let entries = try tenant.entries()
    #expect(entries.count == 1)
    #expect(entries.first?.at == TestTenant.now)
    let content = try #require(entries.first?.content)
    #expect(content.actor == AuditActor(.command, name: "yui import"))
    #expect(content.event.action == "notices.dataset.imported")
    #expect(content.event.subject == "notices")
    // By sha256sum.
    #expect(
      content.event.details == [
        "file": "七月.csv", "rows": "4", "created": "2", "updated": "1", "unchanged": "1",
        "sha256": "d3190e53de17da38211013cc4c37b154649bb3607d09a66bc23b7eee8d59ebc5",
      ])
  }

  @Test("Importing the same file again changes nothing", arguments: Engine.allCases)
  func again(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let file = "slug,body\na,朝\nb,昼\n"
    _ = try tenant.importNotices(file)
    let report = try tenant.importNotices(file)
    #expect([report.created, report.updated, report.unchanged] == [0, 0, 2])
    #expect(try tenant.notices() == ["a": "朝", "b": "昼"])
  }

  @Test("A dry run finds what an import would do, and changes nothing", arguments: Engine.allCases)
  func dryRun(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["a": "朝"])
    let version = tenant.store.publicVersion
    #expect(eventually { tenant.wakes.count == 1 })
    let file = "slug,body\na,晩\nｂ,昼\n"
    let dry = try tenant.dryRun(file)
    #expect(dry.isAccepted)
    #expect([dry.rows, dry.created, dry.updated, dry.unchanged] == [2, 1, 1, 0])
    #expect(dry.repairs.first.map { $0.text(.en) } == ["line 3, column 1 (slug): “ｂ” read as “b”"])
    #expect(try tenant.notices() == ["a": "朝"])
    #expect(try tenant.entries().isEmpty)
    #expect(tenant.store.publicVersion == version)
    #expect(tenant.wakes.count == 1)
    #expect(try tenant.importNotices(file) == dry)
  }

  @Test(
    "One bad row and nothing is imported, by a dry run or in earnest", arguments: Engine.allCases,
    [
      (
        "slug,body\na,朝\nb,\n",
        ["line 3, column 2 (body): The value is missing. Enter text of at most 40 characters."]
      ),
      (
        "slug,body\nA B,朝\n,昼\nc,晩\n",
        [
          "line 2, column 1 (slug): “A B” is not accepted. " + slugWanted,
          "line 3, column 1 (slug): The value is missing. " + slugWanted,
        ]
      ),
      (
        "slug,body\na,朝\nb,朝\nc,晩\nd,朝\n",
        ["line 3, column 2 (body): a says the same.", "line 5, column 2 (body): a says the same."]
      ),
      ("slug,body\na,朝\nb,もとから\n", ["line 3, column 2 (body): old says the same."]),
      ("slug,body,x\na,朝,1\n", ["line 1, column 3 (x): There is no such column. Remove it."]),
      ("slug\na\n", nil), ("", nil), ("slug,body\na,\"朝\n", nil), ("slug,body\na\n", nil),
    ] as [(String, [String]?)])
  func allOrNothing(engine: Engine, bad: (file: String, problems: [String]?)) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["old": "もとから"])
    let reports = [try tenant.dryRun(bad.file), try tenant.importNotices(bad.file)]
    #expect(reports.allSatisfy { !$0.isAccepted })
    if let problems = bad.problems {
      for report in reports { #expect(report.problems.first.map { $0.text(.en) } == problems) }
    }
    #expect(try tenant.notices() == ["old": "もとから"])
    #expect(try tenant.entries().isEmpty)
  }

  @Test("A header may use the Japanese labels, in any order", arguments: Engine.allCases)
  func labels(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let report = try tenant.importNotices("\u{FEFF}本文,識別名\r\n朝,a\r\n")
    #expect(report.isAccepted)
    #expect(try tenant.notices() == ["a": "朝"])
  }

  @Test(
    "A file in CP932 is read, and refused where it was said to be UTF-8",
    arguments: Engine.allCases)
  func encoding(engine: Engine) throws {
    // 「朝市」 in Shift_JIS: 92 A9 8E 73 (JIS X 0208).
    let file = Array("slug,body\na,".utf8) + [0x92, 0xA9, 0x8E, 0x73, 0x0D, 0x0A]
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    #expect(try !tenant.importNotices(file, encoding: .utf8).isAccepted)
    #expect(try tenant.notices().isEmpty)
    #expect(try tenant.importNotices(file, encoding: nil).isAccepted)
    #expect(try tenant.notices() == ["a": "朝市"])
  }

  @Test("A file that is too large is refused before it is read", arguments: Engine.allCases)
  func tooLarge(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let file = [UInt8](repeating: 0x61, count: DatasetImport.mostBytesAtOnce + 1)
    let report = try tenant.importNotices(file, encoding: nil)
    #expect(
      report.problems.first.map { $0.text(.en) } == [
        "line 1: The file is larger than 16 MiB. Split it."
      ])
  }

  @Test(
    "A failure that is no problem of a row ends the import with nothing changed",
    arguments: Engine.allCases)
  func failure(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.tamper("CREATE UNIQUE INDEX one_place ON notices_items ((place % 2))")
    #expect(throws: StoreError.self) { try tenant.importNotices("slug,body\na,朝\nb,昼\nc,晩\n") }
    #expect(try tenant.notices().isEmpty)
    #expect(try tenant.entries().isEmpty)
  }

  @Test(
    "An id that a row lacks follows from what it says and how often it came before",
    arguments: Engine.allCases)
  func identity(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [IdentityModule()])
    let file = "text\na\nb\na\n"
    let first = try tenant.identities(of: file)
    #expect(Set(first).count == 3)
    #expect(try tenant.identities(of: file) == first)
    #expect(try tenant.identities(of: "text\na\na\nb\n") == [first[0], first[2], first[1]])
    #expect(first.allSatisfy { $0.time == TestTenant.now })
  }
}

/// A dataset that only names its rows.
private struct IdentityModule: TestModule {
  struct Names: Dataset {
    let names = Collected<UUIDv7>()
    let definition = DatasetDefinition(
      name: "names", title: LocalizedText(ja: "名", en: "Names"),
      columns: [DatasetColumn("text", label: LocalizedText(ja: "文", en: "Text"), isRequired: true)])
    let readPermission: Permission? = nil
    let importPermission: Permission = "names:write"

    func record(from row: inout DatasetRow) throws -> String { row["text"] }

    func apply(
      _ text: String, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
    ) throws -> ImportOutcome {
      names.append(run.identity(of: text, at: run.now))
      return .unchanged
    }

    func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] { [] }
  }

  let identifier = "names"
}

extension TestTenant {
  func put(_ notices: KeyValuePairs<String, String>) throws {
    let list = try notices.map { item in
      guard let slug = Slug(item.key) else { throw StoreError(.misuse, "no slug") }
      return Notice(slug: slug, body: item.value)
    }
    try store.write { transaction in for notice in list { try notice.put(in: transaction) } }
  }

  func notices() throws -> [String: String] {
    let all = try store.read { try Notice.all(in: $0) }
    return Dictionary(all.map { ($0.slug.description, $0.body) }, uniquingKeysWith: { $1 })
  }

  func importNotices(_ file: String, name: String = "a.csv") throws -> ImportReport {
    try importNotices(Array(file.utf8), name: name, encoding: nil)
  }

  func importNotices(
    _ file: [UInt8], name: String = "a.csv", encoding: TextEncoding?
  ) throws -> ImportReport {
    try DatasetImport(
      file: file, name: name, module: "notices", dataset: NoticesDataset(), encoding: encoding
    ).run(by: AuditActor(.command, name: "yui import"), in: store, clock: .fixed(Self.now))
  }

  func dryRun(_ file: String) throws -> ImportReport {
    try DatasetImport(
      file: Array(file.utf8), name: "a.csv", module: "notices", dataset: NoticesDataset()
    ).dryRun(in: store, clock: .fixed(Self.now))
  }

  fileprivate func identities(of file: String) throws -> [UUIDv7] {
    let dataset = IdentityModule.Names()
    _ = try DatasetImport(
      file: Array(file.utf8), name: "a.csv", module: "names", dataset: dataset
    ).dryRun(in: store, clock: .fixed(Self.now))
    return dataset.names.all
  }
}
