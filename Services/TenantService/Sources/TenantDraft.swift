import YuiTenancy
import YuiText

/// A tenant as somebody asked for it, before it is checked.
public struct TenantDraft: Sendable, Codable {
  /// The key as it was typed.
  public var key: String
  /// The name; the shipped one unless given.
  public var name: String?
  /// The host; `KEY.localhost` unless given.
  public var host: String?
  /// The public address; made from the host unless given.
  public var url: String?
  /// The modules; all unless given.
  public var modules: [String]?
  /// What stands above every page in Japanese; nothing unless given.
  public var noticeJa: String?
  /// The same in English.
  public var noticeEn: String?

  /// Asks for a tenant.
  public init(key: String) {
    self.key = key
  }

  /// The tenant.
  ///
  /// - Throws: `TenantKeyError` or `TenantDirectoryError`, in words for whoever typed it.
  func checked(
    modules known: [String], now: Timestamp, placement: TenantPlacement
  ) throws -> Tenant {
    let key = try TenantKey(key)
    guard let name = name ?? key.defaultName else {
      throw DeploymentError("\(key) is not in the list of local governments: give --name")
    }
    guard (1...100).contains(name.count), name.isLine(of: 400) else {
      throw DeploymentError("the name has to be one line of 1 to 100 characters")
    }
    let host = (host ?? "\(key).localhost").lowercased()
    guard Self.isHost(host) else { throw TenantDirectoryError.badHost(host) }
    if let url, !Self.isAddress(url) { throw TenantDirectoryError.badURL(url) }
    for module in modules ?? [] where !known.contains(module) {
      throw TenantDirectoryError.unknownModule(module, known: known)
    }
    let wanted = known.filter { modules?.contains($0) ?? true }
    return Tenant(
      key: key, name: name, host: host, publicURL: url, modules: wanted,
      notice: noticeJa.map { LocalizedText(ja: $0, en: noticeEn ?? "") }, createdAt: now,
      placement: placement)
  }

  private static func isHost(_ text: String) -> Bool {
    guard text.utf8.count <= 253, !["localhost", "127.0.0.1"].contains(text) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { byte in
          byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
        }
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let authority = text.dropFirst(scheme.count)
      return !authority.isEmpty && authority.utf8.count <= 260
        && authority.utf8.allSatisfy { byte in
          byte == 0x2D || byte == 0x2E || byte == 0x3A || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte)
        }
    }
    return false
  }
}
