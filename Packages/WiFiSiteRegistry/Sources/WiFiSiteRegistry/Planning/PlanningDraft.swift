import YuiHTML
import YuiText
import YuiWeb

/// A number of sites with a note, for a fiscal year or a day, as somebody entered it.
struct PlanningDraft: Sendable {
  static let mostSites = 1_000_000
  static let longestNote = 200

  let year: String
  let day: DateEntry
  let sites: String
  let note: String

  init(form: FormData = FormData()) {
    year = form.first("year") ?? ""
    day = DateEntry(named: "day") { form.first($0) }
    sites = form.first("sites") ?? ""
    note = (form.first("note") ?? "").trimmingWhitespace
  }

  /// The target, or what is wrong by field.
  func target() -> (target: RolloutTarget?, problems: [String: LocalizedText]) {
    var problems = commonProblems
    let year = FiscalYear(reading: year).flatMap { 2000...2100 ~= $0.year ? $0 : nil }
    if year == nil { problems["year"] = Self.badYear }
    guard problems.isEmpty, let year, let count else { return (nil, problems) }
    return (RolloutTarget(year: year, sites: count, note: note), [:])
  }

  /// The milestone, or what is wrong by field.
  func milestone(
    today: CalendarDate
  ) -> (milestone: RolloutMilestone?, problems: [String: LocalizedText]) {
    var problems = commonProblems
    let date = day.date.flatMap { $0 <= today ? $0 : nil }
    if date == nil { problems["day"] = Self.badDay }
    guard problems.isEmpty, let date, let count else { return (nil, problems) }
    return (RolloutMilestone(day: date, sites: count, note: note), [:])
  }

  private var count: Int? {
    Int(TextFolding.fold(sites).replacing(",", with: ""))
      .flatMap { 0...Self.mostSites ~= $0 ? $0 : nil }
  }

  private var commonProblems: [String: LocalizedText] {
    var problems: [String: LocalizedText] = [:]
    if count == nil { problems["sites"] = Self.badCount }
    if !note.isLine(of: Self.longestNote) { problems["note"] = Self.longNote }
    return problems
  }

  private static let badYear = LocalizedText(
    ja: "年度を入力してください。例）2026、令和8年度、R8", en: "Enter the fiscal year, such as 2026 or R8.")
  private static let badDay = LocalizedText(
    ja: "今日までの日付を入力してください。", en: "Enter a day up to today.")
  private static let badCount = LocalizedText(
    ja: "施設の数を0から\(NumberText.grouped(mostSites))までの整数で入力してください。",
    en: "Enter a whole number from 0 to \(NumberText.grouped(mostSites)).")
  private static let longNote = LocalizedText(
    ja: "1行、\(longestNote)文字以内で入力してください。",
    en: "Keep it to one line of at most \(longestNote) characters.")
}
