import FoundationEssentials
import YuiText

/// What the ledger says of one change, as it is committed to.
///
/// No person is named: what a leaf proves shall be shown to everybody, and for ever. Who did it
/// stands in the history and in the audit log. Format: `docs/formats/asset-ledger.md`.
struct LedgerEntry: Sendable, Hashable, Codable {
  enum Kind: String, CaseIterable, Sendable, Codable {
    case created = "asset.created"
    case changed = "asset.changed"
    case removed = "asset.removed"
    /// From now on everybody may know of it: all that it says.
    case published = "asset.published"
    /// From now on not everybody may.
    case withdrawn = "asset.withdrawn"
    /// A carrier sent an application.
    case submitted = "application.submitted"
    /// An application came into another state.
    case moved = "application.moved"
    /// An application led to a permit, or its permit to another term.
    case permitted = "application.permitted"

    var name: LocalizedText {
      switch self {
      case .created: LocalizedText(ja: "資産の登録", en: "Asset registered")
      case .changed: LocalizedText(ja: "資産の変更", en: "Asset changed")
      case .removed: LocalizedText(ja: "資産の削除", en: "Asset removed")
      case .published: LocalizedText(ja: "資産の公開", en: "Asset published")
      case .withdrawn: LocalizedText(ja: "資産の公開の取りやめ", en: "Asset no longer public")
      case .submitted: LocalizedText(ja: "申請の提出", en: "Application sent")
      case .moved: LocalizedText(ja: "申請の状態の変更", en: "State of an application")
      case .permitted: LocalizedText(ja: "許可", en: "Permit")
      }
    }
  }

  let kind: Kind
  /// The id of the asset, or `application/` and the number of the application.
  let subject: String
  /// What it said before and says now; empty where it said nothing.
  let fields: [AssetChange.Field]

  /// The entry as it is hashed: JSON with its properties in the order of their names.
  ///
  /// Put together by hand: an import writes one for each of its rows.
  var content: String {
    var json: [UInt8] = []
    json += "{\"fields\":[".utf8
    for (index, field) in fields.enumerated() {
      json += (index == 0 ? "{\"after\":" : ",{\"after\":").utf8
      Self.quote(field.after, into: &json)
      json += ",\"before\":".utf8
      Self.quote(field.before, into: &json)
      json += ",\"name\":".utf8
      Self.quote(field.name, into: &json)
      json.append(UInt8(ascii: "}"))
    }
    json += "],\"kind\":".utf8
    Self.quote(kind.rawValue, into: &json)
    json += ",\"subject\":".utf8
    Self.quote(subject, into: &json)
    json.append(UInt8(ascii: "}"))
    return String(decoding: json, as: UTF8.self)
  }

  /// Writes a JSON string (RFC 8259, section 7).
  private static func quote(_ text: String, into json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        json += "\\u00".utf8
        if byte < 0x10 { json.append(UInt8(ascii: "0")) }
        json += String(byte, radix: 16).utf8
      default: json.append(byte)
      }
    }
    json.append(UInt8(ascii: "\""))
  }

  init(_ kind: Kind, _ change: AssetChange) {
    (self.kind, subject, fields) = (kind, change.asset.description, change.fields)
  }

  /// What the ledger says of an application; no asset's id holds a slash.
  init(_ kind: Kind, application number: Int, fields: [AssetChange.Field]) {
    (self.kind, subject, self.fields) = (kind, "application/\(number)", fields)
  }

  /// Reads an entry as it was hashed.
  init(content: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(content.utf8))
  }
}

extension LedgerEntry {
  /// An entry, and whether everybody may read what it says.
  struct Draft: Sendable, Hashable {
    let entry: LedgerEntry
    let isOpen: Bool
  }

  /// What the ledger says of a change: nothing that was not public becomes readable by it.
  static func drafts(of change: AssetChange, from old: Asset?, to new: Asset?) -> [Draft] {
    let (wasPublic, isPublic) = (old?.publish == .public, new?.publish == .public)
    guard old != nil else {
      return [Draft(entry: LedgerEntry(.created, change), isOpen: isPublic)]
    }
    guard new != nil else {
      return [Draft(entry: LedgerEntry(.removed, change), isOpen: wasPublic)]
    }
    let changed = Draft(entry: LedgerEntry(.changed, change), isOpen: wasPublic && isPublic)
    if isPublic, !wasPublic, let all = AssetChange(from: nil, to: new) {
      return [changed, Draft(entry: LedgerEntry(.published, all), isOpen: true)]
    }
    if wasPublic, !isPublic {
      let level = AssetChange(
        asset: change.asset, kind: .changed, fields: change.fields.filter { $0.name == "publish" })
      return [changed, Draft(entry: LedgerEntry(.withdrawn, level), isOpen: true)]
    }
    return [changed]
  }
}
