import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

extension ProfileFormPage {
  @HTMLBuilder var network: HTML {
    field(.nameJa, context.text(ja: "名称（日本語）", en: "Name (Japanese)"), text(.nameJa))
    field(
      .nameEn, context.text(ja: "名称（英語）", en: "Name (English)"), need: .optional, text(.nameEn))
    field(
      .ssid, "SSID",
      support: context.text(
        ja: "32オクテットまで。eduroam は使わないでください。", en: "Up to 32 octets; never eduroam."),
      text(.ssid, width: .medium))
    field(
      .security, context.text(ja: "保護の方式", en: "Protection"),
      .checkboxes(
        WiFiSecurity.allCases.map { Choice($0.rawValue, $0.rawValue) },
        selected: Set(draft.lines(of: .security))))
    field(
      .passpoint, "Passpoint（Hotspot 2.0）", need: .unmarked,
      box(.passpoint, context.text(ja: "Passpointを使う", en: "Use Passpoint")))
    field(
      .networkType, context.text(ja: "ネットワークの種別", en: "Type of network"),
      .select(
        choices(NetworkType.allCases) { ("\($0.rawValue)", $0.name) },
        selected: draft[.networkType]))
    field(
      .internet, context.text(ja: "インターネット", en: "Internet"), need: .unmarked,
      box(.internet, context.text(ja: "インターネットに接続できる", en: "It leads to the internet")))
    field(
      .furtherStep, "ASRA", need: .unmarked,
      box(
        .furtherStep,
        context.text(
          ja: "接続に追加の手順が必要（暗号化のないネットワークだけ）",
          en: "A further step is needed (open networks only)")))
    field(
      .four, "IPv4",
      .select(
        choices(AddressAvailability.Four.allCases) { ("\($0.rawValue)", $0.name) },
        selected: draft[.four]))
    field(
      .six, "IPv6",
      .select(
        choices(AddressAvailability.Six.allCases) { ("\($0.rawValue)", $0.name) },
        selected: draft[.six]))
    field(
      .hessid, "HESSID", need: .optional,
      support: context.text(
        ja: "同じプロファイルのアクセスポイントのうち1台のBSSID。例）02:03:04:05:06:07",
        en: "The BSSID of one of the access points, such as 02:03:04:05:06:07"),
      text(.hessid, width: .medium))
    field(
      .anqpDomain, "ANQP domain id", need: .optional,
      support: context.text(
        ja: "同じ応答をするアクセスポイントに共通の数（0〜65535）",
        en: "A number that access points with the same answers share (0–65535)"),
      .number(draft[.anqpDomain]))
  }

  @HTMLBuilder var operation: HTML {
    h2 { context.text(ja: "ローミングの相手", en: "Whose visitors may join") }
    field(
      .settlement, context.text(ja: "精算", en: "Settlement"),
      .radioButtons(
        choices(OpenRoamingProfile.Settlement.allCases) { ($0.rawValue, $0.name) },
        selected: draft[.settlement]))
    field(
      .rcois, "RCOI", need: .optional,
      support: context.text(
        ja: "1行に1つ、16進数で。ビーコンには最初の3つが入ります。例）5A03BA0000（精算なし・すべての利用者）",
        en:
          "One a line, in hexadecimal; beacons hold the first three. 5A03BA0000 is settlement-free, "
          + "for everybody."), list(.rcois))
    field(
      .wbaid, "WBAID", need: .optional,
      support: context.text(
        ja: "参加の窓口（Cityroamなど）から受け取ったもの。先頭の4は付けません。例）EXAMPLE:JP",
        en:
          "As given by whoever brought you in (such as Cityroam), without the 4 in front: EXAMPLE:JP"
      ),
      text(.wbaid, width: .medium))
    field(
      .operatorNames, context.text(ja: "運営者の表示名", en: "The operator's name"), need: .optional,
      support: context.text(
        ja: "1行に1つの言語。例）jpn:新宿区　eng:Shinjuku City",
        en: "One language a line, such as jpn:新宿区 or eng:Shinjuku City"), list(.operatorNames))
    field(
      .domains, context.text(ja: "ドメイン名", en: "Domain names"), need: .optional,
      support: context.text(
        ja: "運営者のドメイン名を1行に1つ。例）wifi.city.example.lg.jp",
        en: "The operator's, one a line, such as wifi.city.example.lg.jp"), list(.domains))
  }

  @HTMLBuilder var place: HTML {
    field(
      .venue, context.text(ja: "場所の種類", en: "Kind of place"),
      .select(
        choices(VenueType.known) { ($0.venue.description, $0.name) } + [
          Choice(ProfileDraft.otherVenue, context.text(ja: "その他（番号で入力）", en: "Other, by number"))
        ], selected: draft[.venue]))
    field(
      .otherVenue, context.text(ja: "場所の種類の番号", en: "Number of the kind"), need: .optional,
      support: context.text(
        ja: "「その他」のときだけ。分類と種別。例）6,4（商業施設）",
        en: "For “other” alone: group and type, such as 6,4 (shopping mall)"),
      text(.otherVenue, width: .short))
    field(
      .venueNames, context.text(ja: "場所の名前", en: "Name of the place"), need: .optional,
      support: context.text(
        ja: "1行に1つの言語。施設ごとのファイルでは、日本語と英語は施設の名称に替わります。例）jpn:中央図書館",
        en: "One language a line, such as jpn:中央図書館. In the files for one site its own names stand "
          + "for Japanese and English."), list(.venueNames))
    field(
      .venueURL, context.text(ja: "場所のページ", en: "Page of the place"), need: .optional,
      .text(draft[.venueURL], kind: .url))
  }

  @HTMLBuilder var realms: HTML {
    field(
      .realms, context.text(ja: "NAIレルム", en: "NAI realms"), need: .optional,
      support: context.text(
        ja: "1行に、符号化,レルム,EAP方式。例）0,example.org,13[5:6],21[2:4][5:7]"
          + "（13：EAP-TLS、21：EAP-TTLS、18・23・50：SIM）",
        en: "A line each: encoding, realm, EAP methods, such as 0,example.org,13[5:6],21[2:4][5:7] "
          + "(13: EAP-TLS, 21: EAP-TTLS, 18, 23, 50: SIM)"), list(.realms, rows: 4))
    field(
      .cells, context.text(ja: "携帯電話網", en: "Mobile networks"), need: .optional,
      support: context.text(
        ja: "SIMで認証する場合に、MCC,MNC を1行に1つ。例）440,10",
        en: "For signing in by SIM: MCC,MNC, one a line, such as 440,10"), list(.cells))
    field(
      .serverNames,
      context.text(ja: "IdPの認証サーバー名", en: "Names of the identity provider's server"),
      need: .optional,
      support: context.text(
        ja: "証明書に書かれた名前。端末用ファイルに入ります。例）radius.example.org",
        en: "As its certificate says them; for the files for phones, such as radius.example.org"),
      list(.serverNames, rows: 2))
  }

  @HTMLBuilder var servers: HTML {
    field(
      .frontEnd, context.text(ja: "アクセスポイントの受付", en: "Who answers access points"),
      .radioButtons(
        choices(RadiusBackend.FrontEnd.allCases) { ($0.rawValue, $0.name) },
        selected: draft[.frontEnd]))
    field(
      .server, context.text(ja: "受付のアドレス", en: "Its address"),
      support: context.text(
        ja: "アクセスポイントが問い合わせるIPアドレス", en: "The IP address that access points ask"),
      text(.server, width: .medium))
    field(
      .accessPoints, context.text(ja: "アクセスポイントのネットワーク", en: "Networks of the access points"),
      support: context.text(
        ja: "1行に1つ、IPv4でもIPv6でも。例）192.0.2.0/24、2001:db8::/32",
        en: "One a line, IPv4 or IPv6, such as 192.0.2.0/24 and 2001:db8::/32"),
      list(.accessPoints, rows: 2))
    field(
      .authorities, context.text(ja: "認証局の証明書のファイル", en: "File of the authorities' certificates"),
      text(.authorities))
    field(
      .certificate, context.text(ja: "証明書のファイル", en: "File of the certificate"), text(.certificate))
    field(
      .key, context.text(ja: "鍵のファイル", en: "File of the key"),
      support: context.text(
        ja: "ファイルの場所だけを登録します。鍵そのものは登録しません。",
        en: "Its place only: the key itself is never entered here."), text(.key))
    field(
      .lookup, context.text(ja: "接続先を探すプログラム", en: "Program that finds servers"), text(.lookup))
  }
}
