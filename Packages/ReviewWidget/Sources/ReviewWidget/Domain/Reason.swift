public import YuiText

/// A reason for a score that the form offers: the seven points of a city's counter survey.
public enum Reason: String, Sendable, CaseIterable {
  case explanation, attitude, procedure, time, privacy, guidance, cleanliness

  /// The reason's words on the form.
  public var name: LocalizedText {
    switch self {
    case .explanation: LocalizedText(ja: "説明のわかりやすさ", en: "Clear explanation")
    case .attitude: LocalizedText(ja: "職員の対応", en: "Staff attitude")
    case .procedure: LocalizedText(ja: "手続の方法", en: "How the procedure works")
    case .time: LocalizedText(ja: "かかった時間", en: "Time it took")
    case .privacy: LocalizedText(ja: "プライバシーへの配慮", en: "Privacy")
    case .guidance: LocalizedText(ja: "案内表示", en: "Signs and guidance")
    case .cleanliness: LocalizedText(ja: "清潔さ", en: "Cleanliness")
    }
  }

  /// A stored reason in words: the offered one's, or the text itself where another program sent it.
  public static func words(for stored: String, in language: Language) -> String {
    Reason(rawValue: stored)?.name[language] ?? stored
  }
}
