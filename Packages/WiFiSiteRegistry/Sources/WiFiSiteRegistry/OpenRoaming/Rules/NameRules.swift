import YuiText

/// Whether people and operators can tell whose network it is.
enum NameRules {
  static func findings(of profile: OpenRoamingProfile) -> [Finding] {
    var found: [Finding] = []
    if let wbaid = profile.wbaid {
      if wbaid.description.hasPrefix("4") { found.append(suspect(wbaid)) }
    } else {
      found.append(noWBAID)
    }
    if profile.domains.isEmpty { found.append(noDomain) }
    if HostapdConfiguration.hasTooManyDomains(profile) { found.append(domainsTooLong) }
    if profile.operatorNames.isEmpty { found.append(noOperatorName) }
    let languages = Set(profile.venueNames.map(\.language))
    if !languages.contains(NamedText.japanese) {
      found.append(
        venueName(.venueNameJapanese, .warning, LocalizedText(ja: "日本語", en: "Japanese"), "jpn"))
    }
    if !languages.contains(NamedText.english) {
      found.append(
        venueName(.venueNameEnglish, .hint, LocalizedText(ja: "英語", en: "English"), "eng"))
    }
    if !profile.venue.isSpecified { found.append(noVenueType) }
    return found
  }

  private static let noWBAID = Finding(
    .noWBAID, .problem,
    LocalizedText(
      ja: "WBAIDがありません。Operator-Nameを付けられず、IdPが要求を断ることがあります。",
      en:
        "There is no WBAID: without it there is no Operator-Name, and identity providers may refuse."
    ),
    remedy: LocalizedText(
      ja: "Cityroamなど、参加の窓口から受け取ったWBAIDを入力してください。",
      en: "Enter the WBAID that you got from whoever brought you in, such as Cityroam."))

  private static func suspect(_ wbaid: WBAID) -> Finding {
    Finding(
      .suspectWBAID, .hint,
      LocalizedText(
        ja: "WBAIDが4で始まっています。Operator-Nameは \(wbaid.operatorName) になります。",
        en: "The WBAID begins with 4: Operator-Name becomes \(wbaid.operatorName)."),
      remedy: LocalizedText(
        ja: "先頭の4がOperator-Nameの名前空間の印なら、取り除いてください。",
        en: "Leave the 4 out if it is the mark that Operator-Name has in front."))
  }

  private static let noDomain = Finding(
    .noDomain, .warning,
    LocalizedText(
      ja: "ドメイン名がありません。端末は自分の契約先かローミングかを見分けられません。",
      en: "There is no domain name: phones can't tell home from roaming."),
    remedy: LocalizedText(
      ja: "運営者のドメイン名を加えてください。例）wifi.city.example.lg.jp",
      en: "Add the operator's domain name, such as wifi.city.example.lg.jp."))

  private static let domainsTooLong = Finding(
    .domainsTooLong, .problem,
    LocalizedText(
      ja: "ドメイン名の一覧が長く、hostapdの1行（\(HostapdConfiguration.longestLine)バイト）に入りません。",
      en: "The list of domain names is longer than a line of hostapd takes "
        + "(\(HostapdConfiguration.longestLine) octets)."),
    remedy: LocalizedText(
      ja: "運営者のドメイン名だけを残してください。", en: "Keep the operator's own domain names alone."))

  private static let noOperatorName = Finding(
    .noOperatorName, .hint,
    LocalizedText(
      ja: "運営者の表示名がありません。接続先の画面に団体名が出ません。",
      en: "There is no operator's name: phones don't say whose network it is."),
    remedy: LocalizedText(
      ja: "例）jpn:新宿区　eng:Shinjuku City", en: "Such as jpn:新宿区 and eng:Shinjuku City."))

  private static func venueName(
    _ rule: Rule, _ severity: Finding.Severity, _ language: LocalizedText, _ code: String
  ) -> Finding {
    Finding(
      rule, severity,
      LocalizedText(
        ja: "\(language[.ja])の場所の名前がありません。",
        en: "There is no name of the place in \(language[.en])."),
      remedy: LocalizedText(
        ja: "\(code): で始まる行を加えてください。施設ごとのファイルでは、施設の名称が入ります。",
        en: "Add a line that begins with \(code):. Files for one site take the site's name."))
  }

  private static let noVenueType = Finding(
    .noVenueType, .hint,
    LocalizedText(
      ja: "場所の種類が「指定なし」です。場所の名前は種類と合わせて完全な情報になります。",
      en: "The kind of place is unspecified; a name of the place needs one to be whole."),
    remedy: LocalizedText(ja: "場所の種類を選んでください。", en: "Choose the kind of place."))
}
