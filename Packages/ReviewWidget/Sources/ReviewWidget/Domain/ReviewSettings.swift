public import YuiTenancy
import YuiText

/// What a tenant may set of its reviews.
public struct ReviewSettings: ModuleSettings {
  /// The least number of respondents (k) of whom any figure is published, whatever is set.
  public static let leastThreshold = 10

  /// The least number of respondents of whom figures are published; it may only rise.
  public var threshold = leastThreshold
  /// Whether the form has a field for free text.
  public var asksForComment = true
  /// How many days after a case was closed its notes and drafts are kept.
  public var notesDays = 365
  /// What the page after sending says in Japanese; empty for the usual words.
  public var thanksJa = ""
  /// The same in English.
  public var thanksEn = ""

  /// The usual settings.
  public init() {}

  /// The form.
  public static let fields: [SettingsField<ReviewSettings>] = [
    .toggle(
      "asksForComment", \.asksForComment,
      label: LocalizedText(ja: "自由記述欄を表示する", en: "Ask for free text"),
      help: LocalizedText(
        ja: "表示しない場合も、これまでの記述は残ります。", en: "What was written before stays, whatever you choose.")),
    .integer(
      "notesDays", \.notesDays, in: 30...3650,
      label: LocalizedText(ja: "職員のメモを残す日数", en: "Days for which notes of staff are kept"),
      help: LocalizedText(
        ja: "処理が終わってからこの日数が過ぎると、メモと回答の下書きを消去します。",
        en: "So many days after a case is closed, its notes and drafts are erased.")),
    .text(
      "thanksJa", \.thanksJa, limit: 200,
      label: LocalizedText(ja: "お礼の文（日本語）", en: "Words of thanks (Japanese)"),
      help: LocalizedText(
        ja: "空欄の場合は標準の文を表示します。", en: "Leave it empty for the usual words.")),
    .text(
      "thanksEn", \.thanksEn, limit: 200,
      label: LocalizedText(ja: "お礼の文（英語）", en: "Words of thanks (English)"),
      help: LocalizedText(
        ja: "空欄の場合は日本語の文、それもなければ標準の文を表示します。",
        en: "Left empty, the Japanese words are shown, or else the usual ones.")),
  ]
}
