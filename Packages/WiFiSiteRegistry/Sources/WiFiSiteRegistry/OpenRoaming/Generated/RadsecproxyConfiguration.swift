import YuiText

/// The configuration of radsecproxy for an access network: it takes requests of access points, says
/// who the operator is, and hands each to the server of its realm, found in the DNS.
enum RadsecproxyConfiguration {
  /// Where FreeRADIUS on the same machine reaches it.
  static let loopbackPort = 11_812
  /// The file that holds the secret of whoever asks, as a line of its own.
  ///
  /// radsecproxy refuses to start while it isn't there.
  static let secretFile = "/etc/radsecproxy/clients.secret"

  static func text(of profile: OpenRoamingProfile) -> String {
    var file = ConfigurationText()
    file.head("radsecproxy", profile, steps)
    let backend = profile.backend
    file.section("受付", "Who may ask")
    switch backend.frontEnd {
    case .freeRADIUS: file.line("ListenUDP 127.0.0.1:\(loopbackPort)")
    case .radsecproxy:
      file.line("ListenUDP *:1812")
      file.line("ListenUDP *:1813")
    }
    file.line("LoopPrevention on")
    tls(backend, &file)
    rewrite(profile, &file)
    client(backend, &file)
    server(backend, &file)
    realms(&file)
    return file.text
  }

  private static let steps = [
    (
      ja: "WBAの認証局のルート証明書2つ（wba-root0、wba-root1）を1つのファイルにし、発行された証明書と鍵とともに、下のパスに置きます。",
      en:
        "Put both roots of the WBA's authority (wba-root0, wba-root1) into one file, and it, your "
        + "certificate and its key where the paths below say."
    ),
    (
      ja: "\(secretFile) に「secret 共有シークレット」の1行を書き、root だけが読めるようにします。ないと起動しません。",
      en:
        "Write a line “secret …” into \(secretFile), readable to root alone; without it radsecproxy "
        + "won't start."
    ),
    (
      ja: "openroaming-lookup を下のパスに置き、実行できるようにします（chmod 755）。dig（bind9-dnsutils）が必要です。",
      en:
        "Put openroaming-lookup where its path says and make it executable (chmod 755). It needs dig "
        + "(bind9-dnsutils)."
    ),
    (
      ja: "1.9系は設定の確認には使えますが、WBAの手引は実運用での使用を認めていません。1.10以降を使ってください。",
      en: "Versions 1.9 are good for a check of this file; the WBA's guide rules them out in "
        + "production. Use 1.10 or later."
    ),
  ]

  private static func tls(_ backend: RadiusBackend, _ file: inout ConfigurationText) {
    file.section("RadSec（TCP 2083、TLS 1.2以上）", "RadSec (TCP 2083, TLS 1.2 or newer)")
    file.line("tls openroaming {")
    file.line("  CACertificateFile \(value(backend.authorities.description))")
    file.line("  CertificateFile \(value(backend.certificate.description))")
    file.line("  CertificateKeyFile \(value(backend.key.description))")
    file.line("  TLSVersion TLS1_2:")
    file.line("}")
  }

  /// Whatever an access point said of the operator is replaced by what is true.
  private static func rewrite(_ profile: OpenRoamingProfile, _ file: inout ConfigurationText) {
    file.section("Operator-Name（126）とOffered-Service", "Operator-Name (126) and Offered-Service")
    file.line("rewrite openroaming {")
    file.line("  RemoveAttribute 126")
    file.line("  RemoveVendorAttribute 14122:12")
    if let wbaid = profile.wbaid {
      // Without the apostrophe a value that begins with a digit would be taken for a number.
      file.line("  AddAttribute \(value("126:'" + wbaid.operatorName))")
    } else {
      file.comment("WBAIDが登録されていません。", "No WBAID is registered.", indent: "  ")
    }
    file.line("  AddVendorAttribute \(value("14122:12:'" + profile.tier.offeredService))")
    file.line("}")
  }

  private static func client(_ backend: RadiusBackend, _ file: inout ConfigurationText) {
    file.section("アクセスポイント", "Access points")
    let hosts: [String]
    switch backend.frontEnd {
    case .freeRADIUS: hosts = ["127.0.0.1"]
    case .radsecproxy:
      hosts = backend.accessPoints.map { network in
        network.isIPv6
          ? "[" + network.description.replacing("/", with: "]/") : network.description
      }
    }
    for (index, host) in hosts.enumerated() {
      file.line("client access-points\(index == 0 ? "" : "-\(index + 1)") {")
      file.line("  host \(value(host))")
      file.line("  type udp")
      file.line("  Include \(secretFile)")
      file.line("  RewriteIn openroaming")
      file.line("}")
    }
  }

  private static func server(_ backend: RadiusBackend, _ file: inout ConfigurationText) {
    file.section("接続先（DNSで探す）", "Servers, found in the DNS")
    for line in [
      "server openroaming {", "  type tls", "  tls openroaming", "  secret radsec",
      "  CertificateNameCheck off",
      "  DynamicLookupCommand \(value(backend.lookup.description))", "}",
    ] { file.line(line) }
  }

  private static func realms(_ file: inout ConfigurationText) {
    file.section("レルム（上から順に調べる）", "Realms, tried in this order")
    file.line("realm /@[^@]+\\.[^@.]+$/ {")
    file.line("  server openroaming")
    file.line("  AccountingResponse on")
    file.line("}")
    file.comment("すべてを受ける行は最後に置きます。", "What takes everything stands last.")
    file.line("realm * {")
    file.line("  ReplyMessage \(value("The user name has no realm"))")
    file.line("  AccountingResponse on")
    file.line("}")
  }

  /// A value in which every other byte than letters, digits and a few marks stands as `%` and two
  /// hexadecimal digits, which radsecproxy reads back.
  static func value(_ text: String) -> String {
    var value = ""
    for byte in text.utf8 {
      if byte.isLetterOrDigit || "/._-:*[]'".utf8.contains(byte) {
        value.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        value += "%" + byte.hex
      }
    }
    return value
  }
}
