import YuiText

/// Who may know of an asset.
enum PublishLevel: String, CaseIterable, Sendable {
  /// Everybody.
  case `public`
  /// Carriers that the desk has invited.
  case registered
  /// Staff alone.
  case `internal`

  var name: LocalizedText {
    switch self {
    case .public: LocalizedText(ja: "一般に公開", en: "Public")
    case .registered: LocalizedText(ja: "登録事業者に公開", en: "Registered carriers")
    case .internal: LocalizedText(ja: "庁内のみ", en: "Internal")
    }
  }
}
