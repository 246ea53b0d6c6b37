import Testing
import YuiStorage
import YuiText

@testable import WiFiSiteRegistry

@Suite("A change of many sites")
struct BulkChangeTests {
  private static let today = WiFiTenant.now.date

  @Test(
    "OpenRoaming begins today unless a day is known or named",
    arguments: [
      (.no, nil, .yes, nil, "2026-04-01"), (.planned, "2027-01-01", .yes, nil, "2026-04-01"),
      (.yes, "2025-01-01", .yes, nil, "2025-01-01"), (.yes, nil, .yes, nil, nil),
      (.no, nil, .yes, "2025-05-05", "2025-05-05"),
      (.yes, "2025-01-01", .yes, "2025-05-05", "2025-05-05"),
      (.yes, "2025-01-01", .no, nil, nil), (.no, nil, .planned, "2027-01-01", "2027-01-01"),
      (.yes, "2025-01-01", nil, nil, "2025-01-01"),
    ] as [(OpenRoamingState, String?, OpenRoamingState?, String?, String?)])
  func openRoaming(
    before: OpenRoamingState, since: String?, after: OpenRoamingState?, named: String?,
    expected: String?
  ) {
    var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "公園")
    site.openRoaming = before
    site.openRoamingSince = since.flatMap { CalendarDate(iso: $0) }
    var change = BulkChange()
    change.openRoaming = after
    change.openRoamingSince = named.flatMap { CalendarDate(iso: $0) }
    let changed = change.applied(to: site, today: Self.today)
    #expect(changed.openRoaming == after ?? before)
    #expect(changed.openRoamingSince?.iso == expected)
  }

  @Test("A preview counts what goes from where to where")
  func preview() {
    let statuses: [SiteStatus] = [.working, .working, .partly, .out]
    let sites = statuses.map { status in
      var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "公園")
      site.status = status
      return site
    }
    var change = BulkChange()
    change.status = .out
    let preview = BulkPreview(change, BulkDraft(), of: sites, today: Self.today)
    #expect(preview.changed.map(\.id) == sites.prefix(3).map(\.id))
    #expect(
      preview.lines == [
        .init(field: .status, before: "working", after: "out", count: 2),
        .init(field: .status, before: "partly", after: "out", count: 1),
      ])
  }
}
