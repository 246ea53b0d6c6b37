import YuiHTML
import YuiText
import YuiWeb

/// Where the pages for staff are.
enum AssetStaffPath {
  static let assets = "/staff/assets"

  static func asset(_ id: AssetID) -> String {
    "\(assets)/items/\(PercentCoding.encode(id.description))"
  }

  /// Where a change of an asset leads, which then says what was done.
  static func asset(_ id: AssetID, done: AssetNotice.Deed) -> LocalTarget {
    "/staff/assets/items/\(id)?done=\(done.rawValue)"
  }

  static let trail = PageLink(LocalizedText(ja: "公有資産", en: "Public assets"), assets)

  static func trail(to asset: Asset) -> [PageLink] {
    [trail, PageLink(asset.localizedName, self.asset(asset.id))]
  }
}
