import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// Where the pages for staff are.
enum StaffPath {
  static let sites = "/staff/wifi"

  static func site(_ id: UUIDv7) -> String { "/staff/wifi/sites/\(id)" }

  /// Where a change of a site leads, which then says what was done.
  static func site(_ id: UUIDv7, done: StaffNotice.Deed) -> LocalTarget {
    "/staff/wifi/sites/\(id)?done=\(done.rawValue)"
  }

  static let trail = PageLink(LocalizedText(ja: "Wi-Fiの施設", en: "Wi-Fi sites"), sites)

  static func trail(to site: WiFiSite) -> [PageLink] {
    [trail, PageLink(site.localizedName, self.site(site.id))]
  }
}
