import YuiStorage
import YuiText

/// An organisation that may apply: an operator, or one who builds for several.
struct Carrier: Sendable, Hashable {
  let id: UUIDv7
  var name: String
  /// The number of the corporation, where it has one.
  var corporateNumber: String?
  var level: Level
  var status: Status

  /// Of which assets its people may know.
  enum Level: String, CaseIterable, Sendable, SQLBindable {
    /// Of those that everybody may know.
    case `public`
    /// Also of those that are for registered carriers.
    case registered

    var name: LocalizedText {
      switch self {
      case .public: LocalizedText(ja: "公開資産のみ", en: "Public assets")
      case .registered: LocalizedText(ja: "登録事業者（限定公開の資産も）", en: "Registered: others, too")
      }
    }

    /// The assets that may be known.
    var publish: Set<PublishLevel> {
      switch self {
      case .public: [.public]
      case .registered: [.public, .registered]
      }
    }
  }

  /// Whether its people may work here.
  enum Status: String, CaseIterable, Sendable, SQLBindable {
    case active, suspended

    var name: LocalizedText {
      switch self {
      case .active: LocalizedText(ja: "利用中", en: "Active")
      case .suspended: LocalizedText(ja: "利用停止", en: "Suspended")
      }
    }
  }
}
