import Testing
import YuiStorage
import YuiTenancy
import YuiText
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

extension WiFiTenant {
  /// Stores a profile of this slug.
  @discardableResult
  func addProfile(_ slug: String, _ fields: [ProfileDraft.Field: String] = [:]) throws -> Slug {
    let profile = try ProfileDraft.sample.with(fields).profile(slug)
    try store.write { try ProfileStore.put(profile, in: $0) }
    return profile.slug
  }
}

extension TestResponse {
  /// The hidden fields of the page whose names begin like this, by their names.
  func hidden(_ prefix: String) -> [String: String] {
    let fields = text.matches(of: /<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/)
      .map { (String($0.1), String($0.2)) }
    return Dictionary(fields.filter { $0.0.hasPrefix(prefix) }) { first, _ in first }
  }

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
