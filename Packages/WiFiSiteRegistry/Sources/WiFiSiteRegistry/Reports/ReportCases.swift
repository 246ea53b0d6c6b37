import YuiCasework
import YuiHTML
import YuiStorage
import YuiText

/// What people report, as cases: what becomes of each, and by when somebody has to look.
enum ReportCases {
  static let path = "/staff/wifi/reports"
  static let confirmed = "confirmed"
  static let fixed = "fixed"

  static let definition = CaseDefinition(
    module: "wifi", tables: "wifi", path: path, states: states, moves: moves,
    clocks: [
      CaseClock(
        name: LocalizedText(ja: "確認と対応", en: "Look at it and act"),
        term: .workingDays(5, .weekdays), states: ["new", confirmed])
    ],
    permissions: .init(
      read: WiFiPermission.read, work: WiFiPermission.verify, release: WiFiPermission.manage),
    words: ReportStore.words,
    changed: { change, transaction in
      // A released reply stands on the public page of the site.
      if [.replyReleased, .replyWithdrawn].contains(change.kind) {
        transaction.raisePublicVersion()
      }
    })

  static let store = CaseStore(definition)

  private static let states = [
    CaseState("new", name: LocalizedText(ja: "新着", en: "New"), color: .blue, isOpen: true),
    CaseState(
      confirmed, name: LocalizedText(ja: "障害を確認", en: "Confirmed"), color: .orange, isOpen: true),
    CaseState(fixed, name: LocalizedText(ja: "解消", en: "Fixed"), color: .green, isOpen: false),
    CaseState(
      "no-fault", name: LocalizedText(ja: "異常なし", en: "No fault found"), color: .gray,
      isOpen: false),
    CaseState("spam", name: LocalizedText(ja: "迷惑投稿", en: "Spam"), color: .red, isOpen: false),
  ]

  private static let moves = [
    CaseMove(
      to: confirmed, from: ["new", "no-fault", fixed],
      name: LocalizedText(ja: "障害を確認した", en: "Confirm"), key: "c"),
    CaseMove(
      to: fixed, from: ["new", confirmed],
      name: LocalizedText(ja: "解消した", en: "Mark as fixed"), key: "f"),
    CaseMove(
      to: "no-fault", from: ["new", confirmed],
      name: LocalizedText(ja: "異常なしとする", en: "No fault found"), key: "e"),
    CaseMove(
      to: "spam", from: ["new", confirmed, "no-fault", fixed],
      name: LocalizedText(ja: "迷惑投稿にする", en: "Mark as spam"), key: "s",
      question: LocalizedText(
        ja: "迷惑投稿にします。よろしいですか。", en: "It will be spam. Go on?")),
    CaseMove(
      to: "new", from: [confirmed, "no-fault", fixed, "spam"],
      name: LocalizedText(ja: "新着に戻す", en: "Back to new"), key: "b"),
  ]
}
