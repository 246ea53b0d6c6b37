import YuiText
import YuiWeb

/// The servers behind the access points: where requests go, and where certificates lie there.
///
/// Secrets and keys are named by the files that hold them, and never stored.
struct RadiusBackend: Sendable, Hashable {
  /// What answers the access points.
  enum FrontEnd: String, CaseIterable, Sendable {
    /// radsecproxy itself.
    case radsecproxy
    /// FreeRADIUS, which hands requests on to radsecproxy on the same machine.
    case freeRADIUS = "freeradius"

    var name: LocalizedText {
      switch self {
      case .radsecproxy: LocalizedText(ja: "radsecproxyだけ", en: "radsecproxy alone")
      case .freeRADIUS:
        LocalizedText(ja: "FreeRADIUSの後ろにradsecproxy", en: "FreeRADIUS in front of radsecproxy")
      }
    }
  }

  var frontEnd = FrontEnd.radsecproxy
  /// Where access points send their requests.
  var server = IPAddress.loopback
  /// From where they come; one at least.
  var accessPoints = [IPNetwork.documentation]
  /// The roots of the WBA, in one file.
  var authorities = FilePath.authorities
  /// The certificate that the WBA's authority issued, with its chain.
  var certificate = FilePath.certificate
  var key = FilePath.key
  /// The program that finds the server of a realm.
  var lookup = FilePath.lookup
}

/// An IPv4 or IPv6 address.
struct IPAddress: CheckedText {
  let description: String

  init(checking text: String) throws(ValueProblem) {
    guard PeerAddress(text) != nil else {
      throw ValueProblem(
        ja: "IPアドレスを入力してください。例）192.0.2.10", en: "Enter an IP address, such as 192.0.2.10.")
    }
    description = text.lowercased()
  }

  private init(known: String) { description = known }

  static let loopback = IPAddress(known: "127.0.0.1")
  var isIPv6: Bool { description.contains(":") }
}

/// Addresses that begin alike: `192.0.2.0/24`.
struct IPNetwork: CheckedText {
  let description: String

  init(checking text: String) throws(ValueProblem) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = try? IPAddress(checking: String(parts[0])),
      parts[1].isDigits, let length = Int(parts[1]), 8...(address.isIPv6 ? 128 : 32) ~= length
    else {
      throw ValueProblem(
        ja: "アクセスポイントのネットワークを「アドレス/プレフィックス長」（8以上）で入力してください。例）192.0.2.0/24",
        en: "Enter the network of the access points as address/length (8 or more), such as "
          + "192.0.2.0/24.")
    }
    description = "\(address)/\(length)"
  }

  private init(known: String) { description = known }

  /// What no network has (RFC 5737), for a profile whose network is not known yet.
  static let documentation = IPNetwork(known: "192.0.2.0/24")
  var isIPv6: Bool { description.contains(":") }
}

/// An absolute path of a file, of characters that mean nothing in any configuration file.
struct FilePath: CheckedText {
  let description: String

  init(checking text: String) throws(ValueProblem) {
    guard text.hasPrefix("/"), !text.hasSuffix("/"), text.utf8.count <= 200,
      text.utf8.allSatisfy({ $0.isLetterOrDigit || "/._-".utf8.contains($0) })
    else {
      throw ValueProblem(
        ja: "/ で始まる半角英数字と . _ - のパスを入力してください。例）/etc/radsecproxy/certs/key.pem",
        en: "Enter a path that begins with /, of ASCII letters, digits and . _ -, such as "
          + "/etc/radsecproxy/certs/key.pem.")
    }
    description = text
  }

  private init(known: String) { description = known }

  static let authorities = FilePath(known: "/etc/radsecproxy/certs/wba-roots.pem")
  static let certificate = FilePath(known: "/etc/radsecproxy/certs/chain.pem")
  static let key = FilePath(known: "/etc/radsecproxy/certs/key.pem")
  static let lookup = FilePath(known: "/etc/radsecproxy/openroaming-lookup")
}
