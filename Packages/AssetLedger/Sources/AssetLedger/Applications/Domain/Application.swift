import YuiStorage
import YuiText

/// What a carrier asks for: some assets, for its equipment, for a time.
struct Application: Sendable, Hashable {
  /// The most assets of one application.
  static let mostAssets = 50

  let id: UUIDv7
  let carrier: UUIDv7
  /// The mail address of the person who wrote it.
  let applicant: String
  var purpose: String
  /// Those who share the equipment, in the applicant's words; empty for nobody.
  var partners: String
  var wishedFrom: CalendarDate
  var wishedUntil: CalendarDate
  var equipment: [Equipment]
  var assets: [Item]
  /// When it was sent; nil while it is a draft.
  var submittedAt: Timestamp?

  /// One of the assets, and what became of it.
  struct Item: Sendable, Hashable {
    let asset: AssetID
    var outcome: Outcome
    /// Why it was refused; empty where it was not.
    var reason: String
  }

  /// What became of the wish for one asset.
  enum Outcome: String, CaseIterable, Sendable, SQLBindable {
    case pending, granted, refused

    var name: LocalizedText {
      switch self {
      case .pending: LocalizedText(ja: "未決定", en: "Not decided")
      case .granted: LocalizedText(ja: "許可", en: "Granted")
      case .refused: LocalizedText(ja: "不許可", en: "Refused")
      }
    }
  }
}
