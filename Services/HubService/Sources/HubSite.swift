import YuiHTML
public import YuiStorage
import YuiTenancy
import YuiText
public import YuiWeb

/// The site that belongs to no tenant: so far, the list of those there are.
public enum HubSite {
  /// The hosts it answers to.
  public static let hosts: Set<String> = ["localhost", "127.0.0.1", "::1", "[::1]"]

  /// Makes the site over the deployment's own database.
  public static func site(directory: Store, publicURL: String) -> Site {
    Site(
      key: "hub", name: LocalizedText(ja: "Yui 結", en: "Yui 結"), publicURL: publicURL,
      store: directory, routes: [TenantListPage.route])
  }
}
