import YuiText

/// The configuration of hostapd, with every directive of Interworking and Hotspot 2.0 that the
/// profile has a value for; the others stand there as comments.
///
/// It is taken by hostapd 2.10 as Debian builds it once the secret is filled in. Until then hostapd
/// refuses the file: an empty secret is an error to it.
enum HostapdConfiguration {
  static func text(of profile: OpenRoamingProfile) throws(ValueProblem) -> String {
    guard profile.isEnterprise else {
      throw ValueProblem(
        ja: "WPA2-EnterpriseかWPA3-Enterpriseのプロファイルにしてください。",
        en: "Make it a profile of WPA2- or WPA3-Enterprise.")
    }
    guard !hasTooManyDomains(profile) else {
      throw ValueProblem(
        ja: "ドメイン名が多すぎて、hostapdの1行（\(longestLine)バイト）に入りません。減らしてください。",
        en:
          "The domain names do not fit into a line of hostapd (\(longestLine) octets). Take some out."
      )
    }
    var file = ConfigurationText()
    file.head("hostapd 2.10", profile, steps)
    radio(&file)
    network(profile, &file)
    signIn(profile, &file)
    interworking(profile, &file)
    realms(profile, &file)
    passpoint(profile, &file)
    unused(&file)
    return file.text
  }

  /// The most octets that hostapd reads as one line: it takes the rest for the next.
  static let longestLine = 4_095

  /// Whether the domain names are too long together.
  ///
  /// They cannot be split: hostapd forgets the list of one line where it reads another.
  static func hasTooManyDomains(_ profile: OpenRoamingProfile) -> Bool {
    domainNames(profile).utf8.count > longestLine
  }

  private static func domainNames(_ profile: OpenRoamingProfile) -> String {
    "domain_name=\(profile.domains.map(\.description).joined(separator: ","))"
  }

  private static let steps = [
    (
      ja: "「電波」の行はこの機器に合わせて書き換えます。台帳は機器の型番を知らないため、多くの機器で動く値を入れてあります。",
      en:
        "Change the lines under “Radio” to suit this device: the registry doesn't know its make, so "
        + "they hold values that work on most."
    ),
    (
      ja: "auth_server_shared_secret= に共有シークレットを書きます。空のままでは hostapd は起動しません。",
      en:
        "Write the shared secret after auth_server_shared_secret=; hostapd won't start while it is "
        + "empty."
    ),
    (
      ja: "このファイルは root だけが読めるようにします（chmod 600）。",
      en: "Let nobody but root read the file (chmod 600)."
    ),
  ]

  private static func radio(_ file: inout ConfigurationText) {
    file.section("電波", "Radio")
    for line in [
      "interface=wlan0", "driver=nl80211", "country_code=JP", "ieee80211d=1", "hw_mode=g",
      "channel=1", "ieee80211n=1", "wmm_enabled=1",
    ] { file.line(line) }
  }

  private static func network(_ profile: OpenRoamingProfile, _ file: inout ConfigurationText) {
    file.section("ネットワーク", "Network")
    file.line("ssid=\(profile.ssid)")
    if !profile.ssid.description.utf8.allSatisfy({ $0 < 0x80 }) { file.line("utf8_ssid=1") }
    let hasWPA2 = profile.security.contains(.wpa2Enterprise)
    let hasWPA3 = profile.security.contains(.wpa3Enterprise)
    file.line("wpa=2")
    file.line(
      "wpa_key_mgmt="
        + [hasWPA2 ? "WPA-EAP" : nil, hasWPA3 ? "WPA-EAP-SHA256" : nil].compactMap { $0 }
        .joined(separator: " "))
    file.line("rsn_pairwise=CCMP")
    // Protected management frames: WPA3 needs them, phones with WPA2 may have them.
    file.line("ieee80211w=\(hasWPA2 ? 1 : 2)")
    file.comment("利用者どうしの通信を通しません。", "Visitors don't reach one another.")
    file.line("ap_isolate=1")
  }

  private static func signIn(_ profile: OpenRoamingProfile, _ file: inout ConfigurationText) {
    file.section("認証", "Sign-in")
    file.line("ieee8021x=1")
    file.line("nas_identifier=\(profile.slug)")
    file.line("auth_server_addr=\(profile.backend.server)")
    file.line("auth_server_port=1812")
    file.line("auth_server_shared_secret=")
    if let wbaid = profile.wbaid {
      file.comment("Operator-Name（126）", "Operator-Name (126)")
      file.line("radius_auth_req_attr=126:s:\(wbaid.operatorName)")
    }
  }

  private static func interworking(
    _ profile: OpenRoamingProfile, _ file: inout ConfigurationText
  ) {
    file.section("インターワーキング（802.11u）", "Interworking (802.11u)")
    file.line("interworking=1")
    file.line("access_network_type=\(profile.networkType.rawValue)")
    file.line("internet=\(profile.hasInternet ? 1 : 0)")
    file.line("asra=\(profile.needsFurtherStep ? 1 : 0)")
    file.line("esr=0")
    file.line("uesa=0")
    file.line("venue_group=\(profile.venue.group)")
    file.line("venue_type=\(profile.venue.type)")
    if let hessid = profile.hessid { file.line("hessid=\(hessid)") }
    for (index, rcoi) in profile.rcois.enumerated() {
      if index == RoamingConsortium.mostInBeacons {
        file.comment("ここから下はビーコンに入りません。", "Those below are not in beacons.")
      }
      file.line("# \(rcoi.meaning[.ja]) / \(rcoi.meaning[.en])")
      file.line("roaming_consortium=\(rcoi.description.lowercased())")
    }
    for name in profile.venueNames { file.line("venue_name=\(name)") }
    // 0: it belongs to no single name.
    if !profile.venueURL.isEmpty { file.line("venue_url=0:\(profile.venueURL)") }
    file.line("ipaddr_type_availability=\(profile.addresses.octet.hex)")
  }

  private static func realms(_ profile: OpenRoamingProfile, _ file: inout ConfigurationText) {
    if !profile.domains.isEmpty { file.line(domainNames(profile)) }
    if !profile.cells.isEmpty {
      file.line(
        "anqp_3gpp_cell_net=\(profile.cells.map(\.description).joined(separator: ";"))")
    }
    for realm in profile.realms { file.line("nai_realm=\(realm)") }
  }

  private static func passpoint(_ profile: OpenRoamingProfile, _ file: inout ConfigurationText) {
    file.section("Passpoint（Hotspot 2.0）", "Passpoint (Hotspot 2.0)")
    file.line("hs20=\(profile.isPasspoint ? 1 : 0)")
    guard profile.isPasspoint else { return }
    file.line("disable_dgaf=1")
    if let domain = profile.anqpDomain { file.line("anqp_domain_id=\(domain)") }
    file.line("hs20_deauth_req_timeout=60")
    for name in profile.operatorNames { file.line("hs20_oper_friendly_name=\(name)") }
  }

  private static func unused(_ file: inout ConfigurationText) {
    file.section("使っていない項目", "Not used")
    file.comment(
      "回線や機器ごとに測った値、同意画面、オンライン登録は、台帳に情報がないため出力していません。",
      "What has to be measured, pages of terms and online sign-up are not in the registry.")
    for line in [
      "hs20_release=1", "hs20_wan_metrics=01:<kbit/s>:<kbit/s>:0:0:0", "hs20_conn_capab=6:443:1",
      "hs20_operating_class=51", "network_auth_type=00", "hs20_t_c_filename=",
      "hs20_t_c_timestamp=", "osu_ssid=", "osu_server_uri=", "osu_friendly_name=",
      "osu_method_list=", "anqp_elem=<InfoID>:<hex>",
    ] { file.line("#\(line)") }
  }
}
