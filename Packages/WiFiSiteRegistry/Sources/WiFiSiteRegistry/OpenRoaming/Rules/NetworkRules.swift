import YuiText

/// Whether what the access point announces of its network lets phones join.
enum NetworkRules {
  static func findings(of profile: OpenRoamingProfile) -> [Finding] {
    var found: [Finding] = []
    if !profile.isEnterprise { found.append(notEnterprise) }
    if !profile.isPasspoint { found.append(notPasspoint) }
    if profile.needsFurtherStep { found.append(furtherStep) }
    if !profile.hasInternet { found.append(noInternet) }
    if !profile.networkType.isPublic { found.append(notPublic(profile.networkType)) }
    if profile.addresses.four == .none, profile.addresses.six == .none {
      found.append(noAddresses)
    }
    if profile.backend.accessPoints.contains(.documentation) { found.append(exampleNetwork) }
    if profile.backend.server == .loopback { found.append(loopbackServer) }
    return found
  }

  private static let notEnterprise = Finding(
    .notEnterprise, .problem,
    LocalizedText(
      ja: "保護の方式がWPA2-EnterpriseでもWPA3-Enterpriseでもありません。OpenRoamingでは接続できません。",
      en: "The network is protected neither by WPA2- nor by WPA3-Enterprise: nobody joins by "
        + "OpenRoaming."),
    remedy: LocalizedText(
      ja: "OpenRoaming用のSSIDを分け、WPA2-EnterpriseかWPA3-Enterpriseにしてください。",
      en: "Give OpenRoaming an SSID of its own, with WPA2- or WPA3-Enterprise."))

  private static let notPasspoint = Finding(
    .notPasspoint, .problem,
    LocalizedText(
      ja: "Passpoint（Hotspot 2.0）が無効です。端末はRCOIを見ても自動では接続しません。",
      en: "Passpoint (Hotspot 2.0) is off: phones don't join by themselves, whatever the RCOI."),
    remedy: LocalizedText(
      ja: "Passpointを有効にしてください。対応していない機器は交換が必要です。",
      en: "Turn Passpoint on. Access points that don't know it have to be replaced."))

  private static let furtherStep = Finding(
    .furtherStep, .problem,
    LocalizedText(
      ja: "「接続に追加の手順が必要」（ASRA）になっています。暗号化のないネットワークだけの値で、OpenRoamingでは0と決まっています。",
      en: "It announces that a further step is needed (ASRA), which only open networks may: for "
        + "OpenRoaming it is 0."),
    remedy: LocalizedText(
      ja: "ASRAを外してください。利用規約への同意画面は別のSSIDで出します。",
      en: "Turn ASRA off. A page to accept terms belongs on another SSID."))

  private static let noInternet = Finding(
    .noInternet, .warning,
    LocalizedText(
      ja: "「インターネットに接続できる」が外れています。端末に選ばれないことがあります。",
      en: "It doesn't announce that it leads to the internet: phones may pass it by."),
    remedy: LocalizedText(
      ja: "インターネットに接続できるなら、印を付けてください。", en: "Tick it if it leads to the internet."))

  private static func notPublic(_ type: NetworkType) -> Finding {
    Finding(
      .notPublic, .warning,
      LocalizedText(
        ja: "ネットワークの種別が「\(type.name[.ja])」です。公衆無線LANとして扱われないことがあります。",
        en: "The network's type is “\(type.name[.en])”: phones may not take it for public Wi-Fi."),
      remedy: LocalizedText(
        ja: "無料なら3、有料なら2を選んでください。", en: "Choose 3 if it is free, 2 if it is chargeable."))
  }

  private static let noAddresses = Finding(
    .noAddresses, .warning,
    LocalizedText(
      ja: "IPv4もIPv6も「なし」です。端末に使えないネットワークとみなされることがあります。",
      en: "It announces neither IPv4 nor IPv6: phones may take it for a network without use."),
    remedy: LocalizedText(
      ja: "配っているアドレスの種類を選んでください。", en: "Choose which addresses visitors get."))

  private static let loopbackServer = Finding(
    .loopbackServer, .warning,
    LocalizedText(
      ja: "アクセスポイントの問合せ先が \(IPAddress.loopback)（機器自身）のままです。要求はサーバーに届きません。",
      en:
        "Access points ask \(IPAddress.loopback), which is themselves: no request reaches a server."
    ),
    remedy: LocalizedText(
      ja: "「受付のアドレス」に、サーバーのIPアドレスを入力してください。",
      en: "Enter the server's IP address as the address of who answers access points."))

  private static let exampleNetwork = Finding(
    .exampleNetwork, .warning,
    LocalizedText(
      ja: "アクセスポイントのネットワークが例（\(IPNetwork.documentation)）のままです。要求は受け付けられません。",
      en: "The network of the access points still is the example \(IPNetwork.documentation): no "
        + "request will be taken."),
    remedy: LocalizedText(
      ja: "アクセスポイントの管理用アドレスの範囲を入力してください。",
      en: "Enter the range of the addresses from which access points ask."))
}
