import YuiText
import YuiWeb

/// What somebody found on site, before it is checked.
struct VerifyDraft: Sendable {
  /// Whether the site is where it is said to be.
  enum Position: String, CaseIterable, Sendable {
    case right, wrong

    var name: LocalizedText {
      switch self {
      case .right: LocalizedText(ja: "合っている", en: "It is right")
      case .wrong: LocalizedText(ja: "違う場所にある", en: "It is elsewhere")
      }
    }
  }

  static let fieldOrder = ["status", "position", "seen", "other", "remark"]
  /// What can be found where there is Wi-Fi to use.
  static let statuses: [SiteStatus] = [.working, .partly, .out]
  static let longestRemark = 500

  var status = ""
  var position = ""
  var seen: Set<String> = []
  /// An SSID that nobody knew of.
  var other = ""
  var remark = ""

  init() {}

  init(form: FormData) {
    status = form.first("status") ?? ""
    position = form.first("position") ?? ""
    seen = Set(form.values(named: "seen"))
    other = (form.first("other") ?? "").trimmingWhitespace
    remark = (form.first("remark") ?? "").trimmingWhitespace
  }

  enum CheckResult {
    /// The site as it is now, and what its history tells besides.
    case success(WiFiSite, remarks: [SiteChange.Field])
    case failure([String: LocalizedText])
  }

  /// The site as it was found, or what is wrong by field.
  func checked(at site: WiFiSite, today: CalendarDate) -> CheckResult {
    var problems: [String: LocalizedText] = [:]
    let status = SiteStatus(rawValue: status).flatMap { Self.statuses.contains($0) ? $0 : nil }
    if status == nil { problems["status"] = Self.noStatus }
    let position = Position(rawValue: position)
    if position == nil, !self.position.isEmpty { problems["position"] = Self.badPosition }
    if other.utf8.count > SiteLimits.longestTypedSSID || !other.isLine(of: SiteLimits.longestSSID) {
      problems["other"] = Self.badSSID
    }
    if !remark.isText(of: Self.longestRemark) { problems["remark"] = Self.longRemark }
    var new = site
    new.verifiedOn = today
    if !other.isEmpty, !new.ssids.contains(other) { new.ssids.append(other) }
    if new.ssids.count > max(SiteLimits.mostSSIDs, site.ssids.count) {
      problems["other"] = Self.tooManySSIDs
    }
    guard problems.isEmpty, let status else { return .failure(problems) }
    new.status = status
    switch position {
    case .right: new.doubt = nil
    case .wrong: new.doubt = .seenElsewhere
    case nil: break
    }
    return .success(new, remarks: remarks(at: new))
  }

  private func remarks(at site: WiFiSite) -> [SiteChange.Field] {
    let names = site.ssids.filter { seen.contains($0) || $0 == other }
    let texts: [(SiteField, String)] = [
      (.seen, names.joined(separator: ";")), (.remark, remark),
    ]
    return texts.filter { !$0.1.isEmpty }.map {
      SiteChange.Field(field: $0, before: "", after: $1)
    }
  }

  private static let noStatus = LocalizedText(
    ja: "使えたかどうかを選択してください。", en: "Choose whether it worked.")
  private static let badPosition = LocalizedText(
    ja: "示した中から選択してください。", en: "Choose among what is offered.")
  private static let badSSID = LocalizedText(
    ja: "SSIDは1行、\(SiteLimits.longestTypedSSID)バイト（日本語なら10文字）以内で入力してください。",
    en: "Enter one SSID of at most \(SiteLimits.longestTypedSSID) octets.")
  private static let tooManySSIDs = LocalizedText(
    ja: "この施設のSSIDはすでに\(SiteLimits.mostSSIDs)個あります。メモに書いてください。",
    en: "This site has \(SiteLimits.mostSSIDs) SSIDs already. Write it in the remark.")
  private static let longRemark = LocalizedText(
    ja: "\(longestRemark)文字以内で入力してください。",
    en: "Keep it to \(longestRemark) characters.")
}
