import YuiText
import YuiWeb

/// An improvement as somebody entered it, before it is checked.
struct ImprovementDraft: Sendable {
  static let fieldOrder = [
    "service", "title", "finding", "plan", "owner", "due", "state", "done_on",
  ]
  static let longestText = 1_000

  var service = ""
  var title = ""
  var finding = ""
  var plan = ""
  var owner = ""
  var due = ""
  var state = Improvement.State.found.rawValue
  var doneOn = ""
  var isPublic = false

  init() {}

  init(_ improvement: Improvement) {
    service = improvement.service.description
    title = improvement.title
    finding = improvement.finding
    plan = improvement.plan
    owner = improvement.owner
    due = improvement.due?.iso ?? ""
    state = improvement.state.rawValue
    doneOn = improvement.doneOn?.iso ?? ""
    isPublic = improvement.isPublic
  }

  init(form: FormData) {
    func text(_ name: String) -> String {
      (form.first(name) ?? "").withUnixNewlines.trimmingWhitespace
    }
    service = text("service")
    title = text("title")
    finding = text("finding")
    plan = text("plan")
    owner = text("owner")
    due = text("due")
    state = text("state")
    doneOn = text("done_on")
    isPublic = form.values(named: "public").contains("yes")
  }

  /// The improvement of this number, or what is wrong by field.
  ///
  /// - Parameter today: since when it is done, where nothing else is said.
  func checked(number: Int, today: CalendarDate) -> Result<Improvement, Problems> {
    var problems: [String: LocalizedText] = [:]
    let service = Slug(service)
    if service == nil { problems["service"] = Self.noService }
    if title.isEmpty || !Self.isLine(title) { problems["title"] = Self.badTitle }
    if finding.isEmpty { problems["finding"] = Self.noFinding }
    for (name, text) in [("finding", finding), ("plan", plan)] where !Self.isText(text) {
      problems[name] = Self.longText
    }
    if !Self.isLine(owner) { problems["owner"] = Self.longLine }
    let state = Improvement.State(rawValue: state)
    if state == nil { problems["state"] = Self.noState }
    for (name, day) in [("due", due), ("done_on", doneOn)]
    where !day.isEmpty && CalendarDate(iso: day) == nil {
      problems[name] = Self.badDay
    }
    let done = CalendarDate(iso: doneOn)
    if let done, done > today { problems["done_on"] = Self.notYet }
    guard problems.isEmpty, let service, let state else {
      return .failure(Problems(byField: problems))
    }
    return .success(
      Improvement(
        number: number, service: service, title: title, finding: finding, plan: plan,
        owner: owner, due: CalendarDate(iso: due), state: state,
        doneOn: state == .done ? done ?? today : nil, isPublic: isPublic))
  }

  struct Problems: Error {
    let byField: [String: LocalizedText]
  }

  /// The values by field, for the audit log.
  var details: [String: String] {
    [
      "service": service, "title": title, "finding": finding, "plan": plan, "owner": owner,
      "due": due, "state": state, "done_on": doneOn, "public": isPublic ? "yes" : "no",
    ]
  }

  private static func isLine(_ text: String) -> Bool {
    text.isLine(of: 100)
  }

  private static func isText(_ text: String) -> Bool {
    text.count <= longestText && text.utf8.count <= 16 * longestText
      && text.unicodeScalars.allSatisfy { !$0.isControl || $0 == "\n" || $0 == "\t" }
  }

  static let noService = LocalizedText(ja: "サービスを選択してください。", en: "Choose a service.")
  private static let badTitle = LocalizedText(
    ja: "件名を1行、100文字以内で入力してください。", en: "Enter a title, one line of at most 100 characters.")
  private static let noFinding = LocalizedText(
    ja: "わかったことを入力してください。", en: "Enter what was found.")
  private static let longText = LocalizedText(
    ja: "1,000文字以内で入力してください。", en: "Keep it to 1,000 characters.")
  private static let longLine = LocalizedText(
    ja: "1行、100文字以内で入力してください。", en: "Keep it to one line of at most 100 characters.")
  private static let noState = LocalizedText(ja: "状態を選択してください。", en: "Choose a state.")
  private static let badDay = LocalizedText(
    ja: "日付を2026-04-01の形で入力してください。", en: "Enter the day like 2026-04-01.")
  private static let notYet = LocalizedText(
    ja: "今日までの日付を入力してください。", en: "Enter a day that is not in the future.")
}
