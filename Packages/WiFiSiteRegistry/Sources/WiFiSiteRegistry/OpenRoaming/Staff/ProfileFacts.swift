import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// What a profile says, in words.
struct ProfileFacts: Component {
  let context: RequestContext
  let profile: OpenRoamingProfile

  private var language: Language { context.language }

  @HTMLBuilder var markup: HTML {
    section {
      h2 { context.text(ja: "RCOI（ローミングの相手）", en: "RCOIs: whose visitors may join") }
      if profile.rcois.isEmpty { p { none } } else { consortia }
    }
    section {
      h2 { context.text(ja: "NAIレルム（認証の方式）", en: "NAI realms: how they sign in") }
      if profile.realms.isEmpty { p { none } } else { realms }
    }
    section {
      h2 { context.text(ja: "電波で知らせる内容", en: "What else is announced") }
      DescriptionList(network + names)
    }
    section {
      h2 { context.text(ja: "認証サーバー", en: "Servers") }
      DescriptionList(servers)
    }
  }

  private var none: String { context.text(ja: "ありません。", en: "None.") }

  private var consortia: DataTable {
    DataTable(
      "RCOI",
      columns: [
        .init("RCOI"), .init(context.text(ja: "意味", en: "Meaning")),
        .init(context.text(ja: "伝わり方", en: "How it is told")),
      ],
      rows: profile.rcois.enumerated().map { index, rcoi in
        [
          code { rcoi.description }, HTML(rcoi.meaning, in: language),
          HTML(
            index < RoamingConsortium.mostInBeacons
              ? context.text(ja: "ビーコン", en: "In beacons")
              : context.text(ja: "問合せのときだけ", en: "Only if asked")),
        ]
      })
  }

  private var realms: DataTable {
    DataTable(
      context.text(ja: "NAIレルム", en: "NAI realms"),
      columns: [
        .init(context.text(ja: "レルム", en: "Realm")), .init(context.text(ja: "方式", en: "Methods")),
      ],
      rows: profile.realms.map { realm in
        [
          HTML(realm.names.joined(separator: " ")),
          HTML(
            realm.methods.isEmpty
              ? none
              : realm.methods.map { $0.words[language] }
                .joined(separator: context.text(ja: "、", en: ", "))),
        ]
      })
  }

  private var network: [DescriptionList.Item] {
    let security = WiFiSecurity.allCases.filter(profile.security.contains).map(\.rawValue)
    return [
      .init("SSID", profile.ssid.description),
      .init(
        context.text(ja: "保護", en: "Protection"),
        (security + (profile.isPasspoint ? ["Passpoint"] : [])).joined(separator: " / ")),
      .init(
        context.text(ja: "ネットワークの種別", en: "Type of network"),
        "\(profile.networkType.rawValue): \(profile.networkType.name[language])"),
      .init(
        context.text(ja: "インターネット", en: "Internet"),
        profile.hasInternet
          ? context.text(ja: "接続できる", en: "Yes") : context.text(ja: "接続できない", en: "No")),
      .init("IPv4", profile.addresses.four.name[language]),
      .init("IPv6", profile.addresses.six.name[language]),
      .init(context.text(ja: "精算", en: "Settlement"), profile.settlement.name[language]),
    ]
      + optional("HESSID", profile.hessid?.description)
      + optional("ANQP domain id", profile.anqpDomain.map(String.init))
  }

  private var names: [DescriptionList.Item] {
    [.init(context.text(ja: "場所の種類", en: "Kind of place"), profile.venue.name[language])]
      + lines(context.text(ja: "場所の名前", en: "Name of the place"), profile.venueNames)
      + optional(
        context.text(ja: "場所のページ", en: "Page of the place"),
        profile.venueURL.isEmpty ? nil : profile.venueURL)
      + lines(context.text(ja: "運営者", en: "Operator"), profile.operatorNames)
      + optional("Operator-Name", profile.wbaid?.operatorName)
      + lines(context.text(ja: "ドメイン名", en: "Domain names"), profile.domains)
      + lines(context.text(ja: "携帯電話網（MCC,MNC）", en: "Mobile networks (MCC,MNC)"), profile.cells)
  }

  private var servers: [DescriptionList.Item] {
    let backend = profile.backend
    return [
      .init(
        context.text(ja: "アクセスポイントの受付", en: "Who answers access points"),
        backend.frontEnd.name[language]),
      .init(context.text(ja: "受付のアドレス", en: "Its address"), backend.server.description),
      .init(
        context.text(ja: "アクセスポイントのネットワーク", en: "Networks of the access points"),
        backend.accessPoints.map(\.description).joined(separator: " ")),
      .init(context.text(ja: "証明書", en: "Certificate"), backend.certificate.description),
      .init(context.text(ja: "認証局の証明書", en: "Authorities"), backend.authorities.description),
      .init(context.text(ja: "鍵のファイル", en: "File of the key"), backend.key.description),
    ]
      + lines(
        context.text(ja: "IdPの認証サーバー名", en: "Names of the identity provider's server"),
        profile.serverNames)
  }

  private func optional(_ term: String, _ text: String?) -> [DescriptionList.Item] {
    text.map { [DescriptionList.Item(term, $0)] } ?? []
  }

  private func lines(
    _ term: String, _ values: [some CheckedText]
  ) -> [DescriptionList.Item] {
    values.isEmpty
      ? []
      : [DescriptionList.Item(term) { for value in values { div { value.description } } }]
  }
}
