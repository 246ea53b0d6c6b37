import YuiOpenData
import YuiStorage
import YuiText

/// What became of one asset: the one form in which history and ledger take it.
struct AssetChange: Sendable, Hashable {
  enum Kind: String, CaseIterable, Sendable {
    case created
    case changed
    case removed

    var name: LocalizedText {
      switch self {
      case .created: LocalizedText(ja: "登録", en: "Registered")
      case .changed: LocalizedText(ja: "変更", en: "Changed")
      case .removed: LocalizedText(ja: "削除", en: "Removed")
      }
    }
  }

  /// On what grounds something was changed.
  enum Source: String, CaseIterable, Sendable {
    /// Staff wrote it.
    case staff
    /// A file that was imported said so.
    case imported = "import"
    /// An application was decided, or what it led to began or ended.
    case application

    var name: LocalizedText {
      switch self {
      case .staff: LocalizedText(ja: "職員による編集", en: "Edited by staff")
      case .imported: LocalizedText(ja: "ファイルの取込", en: "Imported from a file")
      case .application: LocalizedText(ja: "利用申請の手続", en: "An application")
      }
    }
  }

  /// A field and what it said before and after; empty where it said nothing.
  struct Field: Sendable, Hashable, Codable {
    /// The name of its column.
    let name: String
    let before: String
    let after: String
  }

  let asset: AssetID
  let kind: Kind
  /// What differs; of a new asset all it says, of a removed one all it said.
  let fields: [Field]

  /// What differs between two states of an asset, of which one may be none; `nil` where nothing does.
  init?(from old: Asset?, to new: Asset?) {
    guard old != new, let asset = new?.id ?? old?.id else { return nil }
    let (before, after) = (Self.values(of: old), Self.values(of: new))
    var fields: [Field] = []
    for (index, field) in AssetField.all.enumerated() where before[index] != after[index] {
      fields.append(
        Field(name: field.name, before: before[index].text, after: after[index].text))
    }
    guard !fields.isEmpty else { return nil }
    self.init(
      asset: asset, kind: old == nil ? .created : new == nil ? .removed : .changed, fields: fields)
  }

  /// What an asset says in each field.
  private static func values(of asset: Asset?) -> [TableValue] {
    guard let asset else { return nothing }
    return AssetField.all.map { $0.value(asset) }
  }

  private static let nothing = [TableValue](repeating: .empty, count: AssetField.all.count)

  init(asset: AssetID, kind: Kind, fields: [Field]) {
    (self.asset, self.kind, self.fields) = (asset, kind, fields)
  }
}
