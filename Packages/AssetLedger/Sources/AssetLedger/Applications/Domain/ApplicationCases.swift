import YuiCasework
import YuiHTML
import YuiText

/// The way of an application through the desk, with its clocks.
enum ApplicationCases {
  static let path = "/staff/assets/applications"

  static let definition = CaseDefinition(
    module: "assets", tables: "assets", path: path, states: states, moves: moves, clocks: clocks,
    steps: .offices,
    permissions: .init(
      read: AssetPermission.read, work: AssetPermission.manage, release: AssetPermission.decide),
    changed: ApplicationStore.follow)

  static let store = CaseStore(definition)

  private static let states = [
    state("received", "受付", "Received", .blue), state("check", "書類の確認中", "Checking", .blue),
    state("incomplete", "補正待ち", "Waiting for more", .yellow),
    state("owner", "所管課の確認中", "With the owner", .blue),
    state("survey", "現地調査", "Site survey", .blue),
    state("decision", "決定待ち", "To be decided", .orange),
    state("permitted", "許可", "Permitted", .green), state("works", "工事中", "Works", .green),
    state("operation", "運用中", "In operation", .green, isOpen: false),
    state("renewal", "更新の手続中", "Renewal", .orange),
    state("removed", "撤去済み", "Removed", .gray, isOpen: false),
    state("refused", "不許可", "Refused", .red, isOpen: false),
    state("withdrawn", "取下げ", "Withdrawn", .gray, isOpen: false),
  ]

  /// The states in which an application keeps nothing from anybody.
  static let ended = ["removed", "refused", "withdrawn"]
  /// The states in which its applicant may take it back.
  static let undecided = ["received", "check", "incomplete", "owner", "survey", "decision"]

  private static let moves = [
    CaseMove(
      to: "check", from: ["received", "incomplete"], name: text("書類を確認する", "Check it"), key: "c"),
    CaseMove(
      to: "incomplete", from: ["check"], name: text("補正を求める", "Ask for what is missing"),
      reason: CaseReason(text("不足している事項", "What is missing"), for: .applicant)),
    CaseMove(
      to: "owner", from: ["check"], name: text("所管課に確認する", "Ask the owner"), key: "a"),
    CaseMove(to: "survey", from: ["owner"], name: text("現地調査に進む", "Survey the site"), key: "s"),
    CaseMove(
      to: "decision", from: ["owner", "survey"], name: text("決定に進む", "On to the decision"),
      key: "d"),
    CaseMove(
      to: "permitted", from: ["decision", "renewal"], name: text("許可する", "Permit"),
      permission: AssetPermission.decide, page: "permit"),
    CaseMove(
      to: "refused", from: ["check", "decision"], name: text("不許可にする", "Refuse"),
      permission: AssetPermission.decide,
      reason: CaseReason(text("不許可の理由", "Why it is refused"), for: .applicant)),
    CaseMove(to: "works", from: ["permitted"], name: text("工事を始めた", "Works began"), key: "w"),
    CaseMove(to: "operation", from: ["works"], name: text("運用を始めた", "In operation"), key: "p"),
    CaseMove(to: "renewal", from: ["operation"], name: text("更新の手続に入る", "Begin renewal")),
    CaseMove(
      to: "removed", from: ["permitted", "works", "operation", "renewal"],
      name: text("撤去を確認した", "Removed"),
      reason: CaseReason(text("撤去の確認の記録", "How the removal was verified"), for: .staff)),
    CaseMove(
      to: "withdrawn", from: Set(undecided), name: text("取下げを記録する", "Record a withdrawal"),
      reason: CaseReason(text("取下げの経緯", "How it was withdrawn"), for: .applicant)),
  ]

  private static let clocks = [
    CaseClock(
      name: text("書類の確認", "Completeness check"), term: .workingDays(10, .offices),
      fromEntering: ["received", "check"], stopped: ["incomplete"])
  ]

  private static func state(
    _ code: String, _ ja: String, _ en: String, _ color: ChipLabel.Color, isOpen: Bool = true
  ) -> CaseState {
    CaseState(code, name: text(ja, en), color: color, isOpen: isOpen)
  }

  private static func text(_ ja: String, _ en: String) -> LocalizedText {
    LocalizedText(ja: ja, en: en)
  }
}
