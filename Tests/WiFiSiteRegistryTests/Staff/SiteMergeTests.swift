import Testing
import YuiOpenData
import YuiStorage
import YuiText

@testable import WiFiSiteRegistry

@Suite("The merging of two sites")
struct SiteMergeTests {
  private static func site(
    _ name: String, _ change: (inout WiFiSite) -> Void = { _ in }
  ) -> WiFiSite {
    var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: name)
    change(&site)
    return site
  }

  @Test("The kept one takes what it lacks, and keeps what it has")
  func texts() {
    let kept = Self.site("図書館") {
      $0.address = "新宿1-1"
      $0.ssids = ["A"]
      $0.verifiedOn = CalendarDate(iso: "2026-01-01")
      $0.extras = [.init(name: "郵便番号", value: "1")]
    }
    let other = Self.site("図書館 本館") {
      $0.address = "新宿9-9"
      $0.kana = "トショカン"
      $0.facilityClass = .library
      $0.place = Spot.osaka
      $0.doubt = .otherPrefecture
      $0.ssids = ["A", "B"]
      $0.batteryHours = 6
      $0.status = .out
      $0.verifiedOn = CalendarDate(iso: "2026-02-01")
      $0.extras = [.init(name: "郵便番号", value: "2"), .init(name: "高度", value: "3")]
    }
    var expected = kept
    (expected.kana, expected.facilityClass) = ("トショカン", .library)
    (expected.place, expected.doubt) = (Spot.osaka, .otherPrefecture)
    (expected.ssids, expected.batteryHours) = (["A", "B"], 6)
    expected.verifiedOn = other.verifiedOn
    expected.extras.append(.init(name: "高度", value: "3"))
    #expect(kept.completed(by: other) == expected)
  }

  @Test(
    "What speaks more OpenRoaming wins",
    arguments: [
      (.no, .yes, .yes, "2025-01-01"), (.no, .planned, .planned, "2025-01-01"),
      (.planned, .yes, .yes, "2025-01-01"), (.planned, .planned, .planned, "2024-01-01"),
      (.yes, .yes, .yes, "2024-01-01"), (.yes, .no, .yes, "2024-01-01"),
    ] as [(OpenRoamingState, OpenRoamingState, OpenRoamingState, String)])
  func openRoaming(
    kept: OpenRoamingState, other: OpenRoamingState, expected: OpenRoamingState, since: String
  ) {
    let merged = Self.site("A") {
      $0.openRoaming = kept
      $0.openRoamingSince = CalendarDate(iso: "2024-01-01")
    }.completed(
      by: Self.site("B") {
        $0.openRoaming = other
        $0.openRoamingSince = CalendarDate(iso: "2025-01-01")
      })
    #expect(merged.openRoaming == expected)
    #expect(merged.openRoamingSince?.iso == since)
  }

  @Test("Networks and access points stay within their bounds")
  func bounds() {
    let kept = Self.site("A") { $0.ssids = (1...8).map { "kept\($0)" } }
    let other = Self.site("B") { $0.ssids = (1...18).map { "other\($0)" } }
    #expect(
      kept.completed(by: other).ssids == (1...8).map { "kept\($0)" }
        + (1...12).map { "other\($0)" })
    func points(_ numbers: ClosedRange<Int>) -> [AccessPoint] {
      numbers.map {
        AccessPoint(code: "\($0)", position: "", bands: [], security: [], status: .working)
      }
    }
    let merge = SiteMerge(keeping: kept, points(1...499), dropping: other, points(499...510))
    #expect(merge.points.map(\.code) == ["500"])
  }
}
