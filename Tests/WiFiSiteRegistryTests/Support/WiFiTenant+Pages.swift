import Testing
import YuiStorage
import YuiTenancy
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

extension WiFiTenant {
  func site(_ id: UUIDv7) throws -> WiFiSite {
    try #require(try store.read { try SiteStore.site(id, in: $0) })
  }

  /// Every site, in the order in which they came.
  func sites() throws -> [WiFiSite] {
    try store.read { try SiteStore.page(.all, limit: 10_000, in: $0) }
  }

  func history(of site: UUIDv7) throws -> [SiteChange] {
    try store.read { try SiteHistory.of(site, limit: 100, in: $0) }
  }
}

extension TestResponse {
  /// The value of a hidden field or a text box of the page.
  func value(of field: String) throws -> String {
    let boxes = text.matches(of: /<input[^>]*>/).map { String($0.output) }
    let box = try #require(
      boxes.first { $0.contains("name=\"\(field)\"") }, "no field \(field)")
    return String(try #require(box.firstMatch(of: /value="([^"]*)"/)?.1 ?? ""))
  }

  /// The values of every hidden field of a name.
  func values(of field: String) -> [String] {
    text.matches(of: /<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/)
      .filter { $0.1 == field }.map { String($0.2) }
  }
}
