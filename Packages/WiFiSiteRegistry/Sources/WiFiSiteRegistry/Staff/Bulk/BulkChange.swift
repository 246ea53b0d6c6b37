import YuiHTML
import YuiText
import YuiWeb

/// What is done to many sites at once; what is not set stays as it is.
struct BulkChange: Sendable, Hashable {
  /// The most sites of one change: as many as a transaction takes without others having to wait.
  static let most = 5_000

  enum Profile: Sendable, Hashable {
    case keep
    case set(Slug)
    case remove
  }

  var status: SiteStatus?
  var facilityClass: FacilityClass?
  var openRoaming: OpenRoamingState?
  var openRoamingSince: CalendarDate?
  var profile = Profile.keep
  var isVerifiedToday = false

  /// Whether it changes nothing.
  var isEmpty: Bool { self == BulkChange() }

  func applied(to site: WiFiSite, today: CalendarDate) -> WiFiSite {
    var site = site
    if let status { site.status = status }
    if let facilityClass { site.facilityClass = facilityClass }
    switch profile {
    case .keep: break
    case .set(let slug): site.profile = slug
    case .remove: site.profile = nil
    }
    if let openRoaming {
      // What begins to speak OpenRoaming does so today, unless a day is named.
      if openRoaming == .yes, site.openRoaming != .yes { site.openRoamingSince = today }
      if openRoaming == .no { site.openRoamingSince = nil }
      site.openRoaming = openRoaming
      if let openRoamingSince { site.openRoamingSince = openRoamingSince }
    }
    if isVerifiedToday { site.verifiedOn = today }
    return site
  }
}

/// A change of many sites as somebody entered it, before it is checked.
struct BulkDraft: Sendable {
  static let fieldOrder = [
    "status", "class", "openroaming", "openroaming_since", "profile", "verified",
  ]

  let status: String
  let facilityClass: String
  let openRoaming: String
  let openRoamingSince: DateEntry
  /// A slug, or ``noProfile``.
  let profile: String
  let isVerifiedToday: Bool

  /// What takes the profile away; no slug.
  static let noProfile = "-"

  /// Reads a form; one of no fields changes nothing.
  init(form: FormData = FormData()) {
    status = form.first("status") ?? ""
    facilityClass = form.first("class") ?? ""
    openRoaming = form.first("openroaming") ?? ""
    openRoamingSince = DateEntry(named: "openroaming_since") { form.first($0) }
    profile = form.first("profile") ?? ""
    isVerifiedToday = form.first("verified") == "today"
  }

  enum CheckResult {
    case success(BulkChange)
    case failure([String: LocalizedText])
  }

  /// The change, or what is wrong by field.
  func checked(today: CalendarDate, profiles: KnownProfiles) -> CheckResult {
    var problems: [String: LocalizedText] = [:]
    var change = BulkChange()
    change.status = SiteStatus(rawValue: status)
    if change.status == nil, !status.isEmpty { problems["status"] = Self.badChoice }
    change.facilityClass = FacilityClass(rawValue: facilityClass)
    if change.facilityClass == nil, !facilityClass.isEmpty { problems["class"] = Self.badChoice }
    change.openRoaming = OpenRoamingState(rawValue: openRoaming)
    if change.openRoaming == nil, !openRoaming.isEmpty { problems["openroaming"] = Self.badChoice }
    change.openRoamingSince = openRoamingSince.date
    if !openRoamingSince.isEmpty {
      problems["openroaming_since"] = problem(with: change, today: today)
    }
    switch profile {
    case "": break
    case Self.noProfile: change.profile = .remove
    default:
      if let slug = Slug(profile), profiles.contains(slug) {
        change.profile = .set(slug)
      } else {
        problems["profile"] = profiles.refusal(of: profile)
      }
    }
    change.isVerifiedToday = isVerifiedToday
    if problems.isEmpty, change.isEmpty { problems["status"] = Self.nothing }
    return problems.isEmpty ? .success(change) : .failure(problems)
  }

  private func problem(with change: BulkChange, today: CalendarDate) -> LocalizedText? {
    guard let day = change.openRoamingSince else { return Self.badDay }
    switch change.openRoaming {
    case .yes: return day > today ? Self.futureDay : nil
    case .planned: return nil
    case .no, nil: return Self.dayWithoutState
    }
  }

  /// The fields that say it in a form.
  var fields: [FormData.Field] {
    [
      FormData.Field("status", status), FormData.Field("class", facilityClass),
      FormData.Field("openroaming", openRoaming),
      FormData.Field("openroaming_since-year", openRoamingSince.year),
      FormData.Field("openroaming_since-month", openRoamingSince.month),
      FormData.Field("openroaming_since-day", openRoamingSince.day),
      FormData.Field("profile", profile),
      FormData.Field("verified", isVerifiedToday ? "today" : ""),
    ]
  }

  private static let badChoice = LocalizedText(
    ja: "示した中から選択してください。", en: "Choose among what is offered.")
  private static let badDay = LocalizedText(
    ja: "正しい日付を入力してください。", en: "Enter a day that there is.")
  private static let futureDay = LocalizedText(
    ja: "対応済みにする場合は、今日までの日付を入力してください。",
    en: "Enter a day up to today where OpenRoaming is spoken already.")
  private static let dayWithoutState = LocalizedText(
    ja: "日付を入力する場合は、OpenRoamingを「OpenRoaming」か「対応予定」にしてください。",
    en: "A day needs OpenRoaming to be set, to spoken or to planned.")
  private static let nothing = LocalizedText(
    ja: "変更する項目を1つ以上選択してください。", en: "Choose at least one thing to change.")
}
