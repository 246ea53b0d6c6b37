import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

@Suite("New rows that are no new sites")
struct ImportLikenessTests {
  private static let header = "名称,住所,緯度,経度"
  private static let stored = """
    \(header)
    中央図書館,1-1,35.7,139.7
    第一公園,1-2,35.71,139.71
    体育館,1-3,35.72,139.72

    """

  private static func notes(of report: ImportReport) -> [String] {
    report.notes.first.map { $0[.en] }
  }

  @Test(
    "A row whose name, address or position was corrected tells which site it may be",
    arguments: [
      // Another name at the same spot; another address; 33 m and 11 km north; a letter.
      ("新中央図書館本館,1-1,35.7,139.7", "0 m"), ("中央図書館,1-1-8,35.7,139.7", "0 m"),
      ("中央図書館,1-1,35.7003,139.7", "30 m"), ("中央図書館,1-1,35.8,139.7", "11.1 km"),
      ("中央図書舘,1-1,35.701,139.7", "110 m"),
    ], Engine.allCases)
  func corrected(example: (row: String, away: String), engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.load("wifi-sites", Self.stored)
    let id = try #require(try tenant.sites().first?.id)
    let file = "\(Self.header)\n\(example.row)\n第一公園,1-2,35.71,139.71\n"
    let name = example.row.prefix { $0 != "," }
    for report in [try tenant.dryRun("wifi-sites", file), try tenant.load("wifi-sites", file)] {
      #expect(report.created == 1)
      #expect(
        Self.notes(of: report) == [
          "Line 2: the new “\(name)” looks like “中央図書館” (id \(id)), which is \(example.away) away. "
            + "If it is the same, put that id into the row."
        ])
      #expect(
        report.summaries.first.contains {
          $0[.en].hasPrefix("New sites that look like stored ones: 1.")
        })
    }
  }

  @Test("What is nothing like a stored site, or like a retired one only, is new without a word")
  func unlike() throws {
    let tenant = try WiFiTenant(.sqlite)
    try tenant.load("wifi-sites", Self.stored)
    var retired = try #require(try tenant.sites().last)
    retired.status = .retired
    try tenant.save(retired)
    // One of several is another place; so is the same kind of name far away.
    let file = "\(Self.header)\n第二公園,1-2,35.7105,139.71\n体育館,9-9,35.72,139.72\n市民会館,2-1,36,139\n"
    #expect(Self.notes(of: try tenant.load("wifi-sites", file)) == [])
  }

  @Test("A site that has its own row in the file is not what another row may be")
  func taken() throws {
    let tenant = try WiFiTenant(.sqlite)
    try tenant.load("wifi-sites", Self.stored)
    let own = "中央図書館,1-1,35.7,139.7"
    let new = "中央図書館2階,1-1,35.7,139.7"
    for file in ["\(Self.header)\n\(own)\n\(new)\n", "\(Self.header)\n\(new)\n\(own)\n"] {
      #expect(Self.notes(of: try tenant.dryRun("wifi-sites", file)) == [])
    }
  }

  @Test("Sites that a file leaves out are counted, and some named", arguments: Engine.allCases)
  func missing(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let rows = (1...8).map { "施設\($0),\($0)-1,," }
    let report = try tenant.load("wifi-sites", ([Self.header] + rows).joined(separator: "\n"))
    #expect(!report.summaries.first.contains { $0[.en].contains("leaves out") })
    var first = try #require(try tenant.sites().first)
    first.status = .retired
    try tenant.save(first, at: WiFiTenant.later(1))
    let file = "\(Self.header)\n\(rows[1])\n"
    let summaries = try tenant.load("wifi-sites", file).summaries.first.map { $0[.en] }
    #expect(
      summaries.contains(
        "Stored sites that the file leaves out: 6 (施設3, 施設4, 施設5, 施設6, 施設7 and others). They stay as "
          + "they are; retire those that are gone in the list of sites."))
    #expect(try tenant.sites().count == 8)
  }

  @Test("The id of a site that was merged means the one that lives on", arguments: Engine.allCases)
  func merged(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.load("wifi-sites", Self.stored)
    var sites = try tenant.sites()
    sites[1].status = .retired
    try tenant.save(sites[1])
    let (kept, other) = (sites[0].id, sites[1].id)
    try tenant.store.write { try MergedSites.set(other, into: kept, in: $0) }
    let report = try tenant.load("wifi-sites", "id,名称,備考\n\(sites[1].id),中央図書館,新\n")
    #expect((report.created, report.updated) == (0, 1))
    #expect(Self.notes(of: report).first?.contains("read as that one (id \(sites[0].id))") == true)
    #expect(try tenant.sites().map(\.note) == ["新", "", ""])
    // The registry's own file tells of both, and changes neither.
    let own = try tenant.load("wifi-sites", try tenant.export("wifi-sites"))
    #expect((own.problems.count, own.unchanged) == (0, 3))
    let both = "id,名称\n\(sites[1].id),図書館\n\(sites[0].id),図書館\n"
    #expect(
      try tenant.load("wifi-sites", both).problems.first.first?.message[.en]
        == "Line 2 is about the same site. Keep one of them.")
  }
}
