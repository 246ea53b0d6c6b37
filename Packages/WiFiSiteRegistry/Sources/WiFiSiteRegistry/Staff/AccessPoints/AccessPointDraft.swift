import YuiHTML
import YuiText
import YuiWeb

/// An access point as somebody entered it, before it is checked.
struct AccessPointDraft: Sendable {
  static let fieldOrder = ["code", "position", "bands", "security", "status", "installed_on"]

  private static let longestCode = 50
  private static let longestPosition = 200

  var code = ""
  var position = ""
  var bands: Set<String> = []
  var security: Set<String> = []
  var status = SiteStatus.working.rawValue
  var installedOn = DateEntry()

  init() {}

  init(_ point: AccessPoint) {
    (code, position, status) = (point.code, point.position, point.status.rawValue)
    bands = Set(point.bands.map(\.rawValue))
    security = Set(point.security.map(\.rawValue))
    installedOn = point.installedOn.map(DateEntry.init) ?? DateEntry()
  }

  init(form: FormData) {
    code = (form.first("code") ?? "").trimmingWhitespace
    position = (form.first("position") ?? "").trimmingWhitespace
    bands = Set(form.values(named: "bands"))
    security = Set(form.values(named: "security"))
    status = form.first("status") ?? ""
    installedOn = DateEntry(named: "installed_on") { form.first($0) }
  }

  enum CheckResult {
    case success(AccessPoint)
    case failure([String: LocalizedText])
  }

  /// The checked access point, or what is wrong by field.
  func checked(today: CalendarDate) -> CheckResult {
    var problems: [String: LocalizedText] = [:]
    if code.isEmpty || !code.isLine(of: Self.longestCode) { problems["code"] = Self.badCode }
    if !position.isLine(of: Self.longestPosition) { problems["position"] = Self.badPosition }
    let bands = bands.compactMap(RadioBand.init(rawValue:))
    if bands.count < self.bands.count { problems["bands"] = Self.badChoice }
    let security = security.compactMap(WiFiSecurity.init(rawValue:))
    if security.count < self.security.count { problems["security"] = Self.badChoice }
    let status = SiteStatus(rawValue: status)
    if status == nil { problems["status"] = Self.noStatus }
    if !installedOn.isEmpty, installedOn.date == nil { problems["installed_on"] = Self.badDay }
    if let day = installedOn.date, day > today, status != .planned {
      problems["installed_on"] = Self.futureDay
    }
    guard problems.isEmpty, let status else { return .failure(problems) }
    return .success(
      AccessPoint(
        code: code, position: position, bands: Set(bands), security: Set(security),
        status: status, installedOn: installedOn.date))
  }

  static let codeTaken = LocalizedText(
    ja: "この番号はこの施設で使われています。別の番号を入力してください。",
    en: "This code is taken at this site. Enter another one.")
  private static let badCode = LocalizedText(
    ja: "番号を1行、\(longestCode)文字以内で入力してください。例）2F-03",
    en: "Enter a code, one line of at most \(longestCode) characters, such as 2F-03.")
  private static let badPosition = LocalizedText(
    ja: "1行、\(longestPosition)文字以内で入力してください。",
    en: "Keep it to one line of at most \(longestPosition) characters.")
  private static let badChoice = LocalizedText(
    ja: "示した中から選択してください。", en: "Choose among what is offered.")
  private static let noStatus = LocalizedText(ja: "利用状況を選択してください。", en: "Choose a status.")
  private static let badDay = LocalizedText(
    ja: "正しい日付を入力してください。", en: "Enter a day that there is.")
  private static let futureDay = LocalizedText(
    ja: "整備予定でなければ、今日までの日付を入力してください。",
    en: "Enter a day up to today, unless it is planned.")
}
