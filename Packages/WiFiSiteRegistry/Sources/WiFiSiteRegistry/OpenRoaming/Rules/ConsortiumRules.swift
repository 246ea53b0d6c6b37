import YuiText

/// Whether phones find the network, and only those that shall.
enum ConsortiumRules {
  static func findings(of profile: OpenRoamingProfile) -> [Finding] {
    presence(profile) + beacons(profile) + settlement(profile) + eduroam(profile)
  }

  private static func presence(_ profile: OpenRoamingProfile) -> [Finding] {
    if profile.rcois.isEmpty {
      return [
        Finding(
          .consortiaMissing, .problem,
          LocalizedText(
            ja: "RCOIがありません。スマートフォンはOpenRoamingの電波だと気づきません。",
            en: "There is no RCOI: no phone takes this for OpenRoaming."),
          remedy: addEveryone)
      ]
    }
    guard !profile.rcois.contains(.everyone) else { return [] }
    if profile.rcois.allSatisfy({ $0.family == .legacy }) {
      return [
        Finding(
          .legacyOnly, .problem,
          LocalizedText(
            ja: "以前のRCOI（\(RoamingConsortium.legacy)）しかありません。今のプロファイルの端末は接続しません。",
            en:
              "There is only the older RCOI \(RoamingConsortium.legacy): phones set up today don't "
              + "join."),
          remedy: addEveryone)
      ]
    }
    return [
      Finding(
        .everyoneMissing, .problem,
        LocalizedText(
          ja: "精算なし・すべての利用者向けのRCOI（\(RoamingConsortium.everyone)）がありません。多くの端末が接続しません。",
          en:
            "The RCOI \(RoamingConsortium.everyone) (settlement-free, everybody) is missing: most "
            + "phones don't join."),
        remedy: addEveryone)
    ]
  }

  private static func beacons(_ profile: OpenRoamingProfile) -> [Finding] {
    let hidden = profile.queriedRCOIs
    guard !hidden.isEmpty else { return [] }
    let list = hidden.map(\.description)
    var found = [
      Finding(
        .beaconsFull, .warning,
        LocalizedText(
          ja: "RCOIが\(profile.rcois.count)個あります。ビーコンに入るのは最初の\(RoamingConsortium.mostInBeacons)個だけで、"
            + "\(list.joined(separator: "、")) は端末が問い合わせたときにしか伝わりません。",
          en: "There are \(profile.rcois.count) RCOIs. Beacons hold the first "
            + "\(RoamingConsortium.mostInBeacons) only; \(list.joined(separator: ", ")) is told only to "
            + "phones that ask."),
        remedy: LocalizedText(
          ja: "よく使われるものから順に並べ、使わないものを外してください。",
          en: "Put those in front that matter most, and take out those that nobody uses."))
    ]
    if hidden.contains(.everyone) {
      found.append(
        Finding(
          .everyoneNotInBeacons, .problem,
          LocalizedText(
            ja: "\(RoamingConsortium.everyone) がビーコンに入りません。多くの端末が接続しません。",
            en: "\(RoamingConsortium.everyone) is not in the beacons: most phones don't join."),
          remedy: LocalizedText(
            ja: "\(RoamingConsortium.everyone) を1行目に移してください。",
            en: "Move \(RoamingConsortium.everyone) to the first line.")))
    }
    return found
  }

  private static func settlement(_ profile: OpenRoamingProfile) -> [Finding] {
    let settled = profile.rcois.filter { $0.family == .settled }.map(\.description)
    guard profile.settlement == .free, !settled.isEmpty else { return [] }
    return [
      Finding(
        .settledWithoutContract, .problem,
        LocalizedText(
          ja: "精算ありのRCOI（\(settled.joined(separator: "、"))）がありますが、精算なしだけの参加です。"
            + "そのRCOIで来た端末の認証は通りません。",
          en:
            "There is an RCOI for settled roaming (\(settled.joined(separator: ", "))), but you take "
            + "part settlement-free only: phones that come by it are turned away."),
        remedy: LocalizedText(
          ja: "BAA2D0 で始まるRCOIを外すか、精算ありの契約があるなら「精算」を変えてください。",
          en:
            "Take out RCOIs that begin with BAA2D0, or change the settlement if there is a contract."
        ))
    ]
  }

  private static func eduroam(_ profile: OpenRoamingProfile) -> [Finding] {
    var found: [Finding] = []
    if profile.rcois.contains(where: { $0.family == .eduroam }) {
      found.append(
        Finding(
          .eduroamConsortium, .problem,
          LocalizedText(
            ja:
              "eduroamのRCOI（\(RoamingConsortium.eduroam)）があります。認証先がOpenRoamingだけなので、eduroamの端末は失敗します。",
            en: "The RCOI of eduroam (\(RoamingConsortium.eduroam)) is there, but requests go to "
              + "OpenRoaming alone: phones of eduroam fail."),
          remedy: LocalizedText(
            ja: "外してください。eduroamを提供するには、eduroamへの参加と別のネットワークが必要です。",
            en: "Take it out. To offer eduroam, join it and make a network of its own.")))
    }
    if profile.ssid.isEduroam {
      found.append(
        Finding(
          .eduroamName, .problem,
          LocalizedText(
            ja: "SSIDが eduroam です。認証先がOpenRoamingだけなので、大学などの端末が自動でつなごうとして失敗し続けます。",
            en:
              "The SSID is eduroam, but requests go to OpenRoaming alone: phones of universities try "
              + "by themselves, and fail again and again."),
          remedy: LocalizedText(
            ja: "別のSSIDに変えてください。", en: "Choose another SSID.")))
    }
    return found
  }

  private static let addEveryone = LocalizedText(
    ja: "RCOIの1行目に \(RoamingConsortium.everyone) を加えてください。",
    en: "Add \(RoamingConsortium.everyone) as the first line of RCOIs.")
}
