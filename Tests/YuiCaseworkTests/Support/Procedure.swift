import YuiCasework
import YuiHTML
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

/// Applications with a check that waits for applicants, and refusals that need a reason.
enum Procedure {
  static let cases = CaseDefinition(
    module: "permits", tables: "permits", path: "/staff/permits",
    states: [
      state("check", isOpen: true), state("incomplete", isOpen: true),
      state("refused", isOpen: false), state("granted", isOpen: false),
    ],
    moves: [
      CaseMove(
        to: "incomplete", from: ["check"], name: text("補正を求める", "Ask for more"),
        reason: CaseReason(text("不足している事項", "What is missing"), for: .applicant)),
      CaseMove(to: "check", from: ["incomplete"], name: text("確認に戻す", "Check again")),
      CaseMove(
        to: "refused", from: ["check"], name: text("不許可にする", "Refuse"),
        reason: CaseReason(text("内部の理由", "Why, for colleagues"), for: .staff)),
      CaseMove(to: "granted", from: ["check"], name: text("許可する", "Grant"), page: "permit"),
    ],
    clocks: [
      CaseClock(
        name: text("確認", "Check"), term: .workingDays(10, .offices), fromEntering: ["check"],
        stopped: ["incomplete"])
    ],
    steps: .offices,
    permissions: .init(
      read: "permits:read", work: "permits:work", release: "permits:release"))

  static let migrations = MigrationSet("permits", [cases.migration(1), cases.stepsMigration(2)])

  private static func state(_ code: String, isOpen: Bool) -> CaseState {
    CaseState(code, name: text(code, code), color: .blue, isOpen: isOpen)
  }

  private static func text(_ ja: String, _ en: String) -> LocalizedText {
    LocalizedText(ja: ja, en: en)
  }
}
