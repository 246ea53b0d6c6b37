import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/`: every tenant of the deployment, with a link.
enum TenantListPage {
  // Not kept for others: its links carry the port of the caller's Host header.
  static let route = Route.get("/", access: .anyone) {
    context, snapshot in
    let tenants = try TenantDirectory.all(in: snapshot)
    return context.page(
      context.site.name,
      lead: LocalizedText(
        ja: "自治体が一緒につくり、それぞれが動かすサービス。",
        en: "Services that municipalities build together, and each runs for itself.")
    ) {
      if tenants.isEmpty {
        p {
          context.text(
            ja: "テナントはまだありません。次のコマンドで作成します。", en: "There is no tenant yet. This command makes one:")
        }
        p { code { "yui tenant create 131041" } }
      }
      let groups = groups(of: tenants)
      for group in groups {
        section {
          h2 { group.title[context.language] }
          CardList(
            group.tenants.map { tenant in
              CardList.Card(
                LocalizedText(ja: tenant.name, en: ""), in: context.language,
                address(of: tenant, context), text: LocalizedText(everywhere: "\(tenant.key)"))
            })
        }
      }
    }
  }

  /// A tenant's public address; without one, its host on this server's own port.
  private static func address(of tenant: Tenant, _ context: RequestContext) -> String {
    if let url = tenant.publicURL { return url + "/" }
    let host = context.request.headers["host"] ?? ""
    let port =
      host.hasSuffix("]") ? "" : host.split(separator: ":").dropFirst().last.map { ":\($0)" } ?? ""
    return "\(context.request.isSecure ? "https" : "http")://\(tenant.host)\(port)/"
  }

  private typealias Group = (title: LocalizedText, tenants: [Tenant])

  private static func groups(of tenants: [Tenant]) -> [Group] {
    let titles: [(LocalGovernment.Kind?, LocalizedText)] = [
      (.prefecture, LocalizedText(ja: "都道府県", en: "Prefectures")),
      (.ward, LocalizedText(ja: "特別区", en: "Special wards")),
      (.city, LocalizedText(ja: "市", en: "Cities")),
      (.town, LocalizedText(ja: "町", en: "Towns")),
      (.village, LocalizedText(ja: "村", en: "Villages")),
      (nil, LocalizedText(ja: "その他", en: "Others")),
    ]
    return titles.map { kind, title in
      (title, tenants.filter { LocalGovernment.named("\($0.key.code)")?.kind == kind })
    }.filter { !$0.1.isEmpty }
  }
}
