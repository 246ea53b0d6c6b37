import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

@Suite(
  "The file of Tokyo, as it was published",
  .enabled(if: TokyoFile.bytes != nil, "the file is not beside the repository: set YUI_SHARED_DATA")
)
struct TokyoFileTests {
  private static func imported(_ engine: Engine) throws -> (WiFiTenant, ImportReport) {
    let tenant = try WiFiTenant(engine)
    let report = try tenant.load("wifi-sites", try #require(TokyoFile.bytes))
    return (tenant, report)
  }

  @Test(
    "All of its rows are imported, and what is odd about them is told", arguments: Engine.allCases)
  func report(engine: Engine) throws {
    let (tenant, report) = try Self.imported(engine)
    #expect(report.problems.first.map { $0.text(.en) } == [])
    #expect((report.rows, report.created) == (737, 737))
    #expect(try tenant.count(of: .all) == 737)
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_sites") == 737)
    // 2024/9/1 in every row is read as 2024-09-01.
    #expect(report.repairs.count == 737)
    let notes = report.notes.first.map { $0[.en] }
    #expect(
      notes == [
        "Line 331: “公衆電話（中央区新富1-13-14）” has the same name, address and position as line 330. Both "
          + "are kept as sites; if they are one, retire the other after the import.",
        "Line 349: “公衆電話（中央区日本橋室町1-1）” has the same name and address as line 348, at another "
          + "position, about 6.9 km away. See whether both are right.",
        "Line 621: “奥多摩ビジターセンター” has the same name, address and position as line 620. Both are kept "
          + "as sites; if they are one, retire the other after the import.",
      ])
    let summaries = report.summaries.first.map { $0[.en] }
    #expect(summaries.contains { $0.hasPrefix("Rows without 名称_カナ: 737.") })
    #expect(summaries.contains { $0.hasPrefix("New sites without status: 737.") })
    #expect(summaries.contains { $0.contains("Guessed from their names: Phone box 483, ") })
  }

  @Test("Written out again in the older layout, it is the same rows", arguments: Engine.allCases)
  func export(engine: Engine) throws {
    let (tenant, _) = try Self.imported(engine)
    var reader = try CSVReader(TableFile(Array(try tenant.export("wifi-sites").utf8)))
    var exported: [[String]] = []
    while let record = try reader.next() { exported.append((0..<18).map { record[$0] }) }
    let expected = try TokyoFile.rows().map { Array($0.prefix(18)) }
    #expect(exported.count == 738)
    #expect(expected.count == 738)
    for (row, other) in zip(exported, expected) where row != other {
      Issue.record("\(other) came out as \(row)")
    }
  }

  @Test("Imported again it changes nothing", arguments: Engine.allCases)
  func again(engine: Engine) throws {
    let (tenant, _) = try Self.imported(engine)
    let version = tenant.store.publicVersion
    let report = try tenant.load("wifi-sites", try #require(TokyoFile.bytes))
    #expect((report.created, report.updated, report.unchanged) == (0, 0, 737))
    #expect(tenant.store.publicVersion == version)
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_site_changes") == 737)
  }

  @Test("Its own export, ids and all, changes nothing either", arguments: Engine.allCases)
  func exportAgain(engine: Engine) throws {
    let (tenant, _) = try Self.imported(engine)
    let report = try tenant.load("wifi-sites", try tenant.export("wifi-sites"))
    #expect(report.problems.first.map { $0.text(.en) } == [])
    #expect((report.created, report.updated, report.unchanged) == (0, 0, 737))
    #expect(report.repairs.isEmpty)
  }
}
