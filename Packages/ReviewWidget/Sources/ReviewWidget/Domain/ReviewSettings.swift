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

  /// How many days free text is kept, 0 for always: three years, in which what it asks for is
  /// planned, paid for and seen to work.
  public var textDays = 1095
  /// How many days ratings without text are kept one by one before only their counts are, 0 for
  /// always: as long as texts, so that nothing but counts is left then.
  public var ratingDays = 1095

  /// The usual settings.
  public init() {}

  /// The form.
  public static let fields: [SettingsField<ReviewSettings>] = [
    .integer(
      "threshold", \.threshold, in: leastThreshold...1000, onlyRises: true,
      label: LocalizedText(ja: "公表に必要な回答者数", en: "Respondents needed for publication"),
      help: LocalizedText(
        ja: "集計は、この人数以上の回答がまとまるごとに公表されます。増やすことだけができ、減らすことはできません。",
        en:
          "Figures are published in batches of at least so many respondents. It can be raised, "
          + "never lowered.")),
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
    .integer(
      "textDays", \.textDays, in: keptDays,
      label: LocalizedText(ja: "自由記述の保存日数", en: "Days for which free text is kept"),
      help: LocalizedText(
        ja: "過ぎた自由記述は、それに対する職員のメモと回答とともに、1日以内に消去され、元に戻せません。評価と集計は残ります。0は消去しません。",
        en:
          "Older free text is erased within a day and does not come back. Ratings and figures stay. "
          + "0: never.")),
    .integer(
      "ratingDays", \.ratingDays, in: keptDays,
      label: LocalizedText(
        ja: "自由記述のない評価を1件ずつ保存する日数", en: "Days for which ratings without text are kept one by one"),
      help: LocalizedText(
        ja:
          "過ぎた評価は1日以内に日ごとの件数だけになり、元に戻せません。集計は変わりませんが、評価の一覧と書出しには出なくなり、その日までの評価を1件ずつ取り込むことはできなくなります。0は1件ずつ残します。",
        en:
          "Of older ratings only the count of each day is left within a day, and they do not come "
          + "back. Figures stay the same; lists and exports of single responses no longer hold "
          + "them, and single responses of those days can no longer be imported. 0: never.")),
  ]

  private static let keptDays = 0...3650
}
