import YuiText

/// A site of FreeRADIUS 3 that answers access points and hands every request on to radsecproxy on the
/// same machine.
enum FreeRADIUSSite {
  /// The file with both secrets; FreeRADIUS refuses to start while it isn't there.
  static let secretFile = "${confdir}/openroaming-secrets.conf"

  static func text(of profile: OpenRoamingProfile) throws(ValueProblem) -> String {
    let backend = profile.backend
    guard backend.frontEnd == .freeRADIUS else {
      throw ValueProblem(
        ja: "このプロファイルではradsecproxyが直接受け付けるため、使いません。",
        en: "Not used: in this profile radsecproxy answers the access points itself.")
    }
    var file = ConfigurationText()
    file.head("FreeRADIUS 3", profile, steps)
    file.line()
    file.line("$INCLUDE \(secretFile)")
    proxy(&file)
    file.section("アクセスポイント", "Access points")
    for (index, network) in backend.accessPoints.enumerated() {
      file.line("client openroaming_access_points\(index == 0 ? "" : "_\(index + 1)") {")
      file.line("  \(network.isIPv6 ? "ipv6addr" : "ipaddr") = \(network)")
      file.line("  secret = ${openroaming_access_point_secret}")
      file.line("  virtual_server = openroaming")
      file.line("}")
    }
    server(profile, &file)
    return file.text
  }

  private static let steps = [
    (
      ja: "このファイルを /etc/freeradius/3.0/sites-enabled/openroaming に置きます。",
      en: "Put this file at /etc/freeradius/3.0/sites-enabled/openroaming."
    ),
    (
      ja: "sites-enabled/default、sites-enabled/inner-tunnel、mods-enabled/eap を外します。ここでは認証せず、渡すだけです。"
        + "clients.conf の例（localhost、testing123）も消します。",
      en:
        "Take sites-enabled/default, sites-enabled/inner-tunnel and mods-enabled/eap away: nobody is "
        + "signed in here, requests are handed on. Empty clients.conf, whose example has a secret that "
        + "everybody knows."
    ),
    (
      ja: "/etc/freeradius/3.0/openroaming-secrets.conf に「openroaming_access_point_secret = '…'」と"
        + "「openroaming_proxy_secret = '…'」の2行を書き、freerad だけが読めるようにします。ないと起動しません。"
        + "後者は \(RadsecproxyConfiguration.secretFile) と同じ値です。",
      en:
        "Write two lines into /etc/freeradius/3.0/openroaming-secrets.conf, readable to freerad alone: "
        + "“openroaming_access_point_secret = '…'” and “openroaming_proxy_secret = '…'”. Without them "
        + "FreeRADIUS won't start. The latter is the secret of \(RadsecproxyConfiguration.secretFile)."
    ),
  ]

  private static func proxy(_ file: inout ConfigurationText) {
    file.section("radsecproxy", "radsecproxy")
    for line in [
      "home_server openroaming {", "  type = auth", "  ipaddr = 127.0.0.1",
      "  port = \(RadsecproxyConfiguration.loopbackPort)",
      "  secret = ${openroaming_proxy_secret}", "  status_check = none", "}",
      "home_server_pool openroaming {", "  type = fail-over", "  home_server = openroaming", "}",
      "realm openroaming {", "  auth_pool = openroaming", "  nostrip", "}",
    ] { file.line(line) }
  }

  private static func server(_ profile: OpenRoamingProfile, _ file: inout ConfigurationText) {
    file.section("受付", "Answers")
    file.line("server openroaming {")
    let networks = profile.backend.accessPoints
    // `*` is every address of IPv4 alone. Without a network of IPv6 the machine may have none, and
    // FreeRADIUS would not start.
    let addresses =
      (networks.contains { !$0.isIPv6 } ? ["ipaddr = *"] : [])
      + (networks.contains(where: \.isIPv6) ? ["ipv6addr = ::"] : [])
    for address in addresses {
      for (type, port) in [("auth", 1812), ("acct", 1813)] {
        for line in [
          "  listen {", "    type = \(type)", "    \(address)", "    port = \(port)", "  }",
        ] {
          file.line(line)
        }
      }
    }
    file.line("  authorize {")
    file.line("    filter_username")
    file.comment(
      "EAPでないものと、レルムのないものは断ります。", "Only EAP, and only with a realm.", indent: "    ")
    file.line("    if (!&EAP-Message || &User-Name !~ /@[^@]+\\.[^@.]+$/) {")
    file.line("      reject")
    file.line("    }")
    file.line("    update control {")
    file.line("      &Proxy-To-Realm := 'openroaming'")
    file.line("    }")
    file.line("  }")
    file.line("  pre-proxy {")
    file.line("    update proxy-request {")
    file.line("      &Operator-Name !* ANY")
    file.line("    }")
    if let wbaid = profile.wbaid {
      file.line("    update proxy-request {")
      file.line("      &Operator-Name := \(quoted(wbaid.operatorName))")
      file.line("    }")
    }
    file.line("  }")
    file.comment(
      "利用の記録はここで終わり、外へは送りません。", "Accounting ends here and goes nowhere.", indent: "  ")
    file.line("  accounting {")
    file.line("    ok")
    file.line("  }")
    file.line("}")
  }

  /// A text in apostrophes, in which FreeRADIUS expands nothing.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
