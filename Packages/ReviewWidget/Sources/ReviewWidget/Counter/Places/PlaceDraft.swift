import YuiText
import YuiWeb

/// A place as somebody entered it, before it is checked.
struct PlaceDraft: Sendable {
  static let fieldOrder = ["name_ja", "name_en", "channel", "code"]

  var nameJa = ""
  var nameEn = ""
  var channel = Channel.counter.rawValue
  /// Left empty, it is kept from the English name or counted.
  var code = ""

  init() {}

  init(_ place: ReviewPlace) {
    nameJa = place.name[.ja]
    nameEn = place.nameEn
    channel = place.channel.rawValue
    code = place.code.description
  }

  init(form: FormData) {
    nameJa = (form.first("name_ja") ?? "").trimmingWhitespace
    nameEn = (form.first("name_en") ?? "").trimmingWhitespace
    channel = form.first("channel") ?? ""
    code = (form.first("code") ?? "").trimmingWhitespace
  }

  struct Checked: Sendable {
    let name: LocalizedText
    let channel: Channel
    let code: Slug?
  }

  enum CheckResult {
    case success(Checked)
    case failure([String: LocalizedText])
  }

  /// The checked place, or what is wrong by field.
  func checked(for service: ReviewedService) -> CheckResult {
    var problems: [String: LocalizedText] = [:]
    if nameJa.isEmpty || !Self.isName(nameJa) { problems["name_ja"] = Self.badName }
    if !Self.isName(nameEn) { problems["name_en"] = Self.longName }
    let channel = Channel(rawValue: channel).flatMap { service.channels.contains($0) ? $0 : nil }
    if channel == nil { problems["channel"] = Self.noChannel }
    let slug = Slug(code)
    if !code.isEmpty, slug == nil || code.utf8.count > ReviewContent.longestPlace {
      problems["code"] = Self.badCode
    }
    guard problems.isEmpty, let channel else { return .failure(problems) }
    return .success(
      Checked(name: LocalizedText(ja: nameJa, en: nameEn), channel: channel, code: slug))
  }

  /// The values by field, for the audit log.
  var details: [String: String] { ["name_ja": nameJa, "name_en": nameEn, "channel": channel] }

  private static func isName(_ text: String) -> Bool {
    text.isLine(of: ReviewPlace.longestName)
  }

  static let codeTaken = LocalizedText(
    ja: "この記号はこのサービスで使われています。別の記号を入力してください。",
    en: "This code is taken. Enter another one.")
  private static let badName = LocalizedText(
    ja: "名称を1行、60文字以内で入力してください。", en: "Enter a name, one line of at most 60 characters.")
  private static let longName = LocalizedText(
    ja: "1行、60文字以内で入力してください。", en: "Keep it to one line of at most 60 characters.")
  static let noChannel = LocalizedText(
    ja: "このサービスの受付方法から選択してください。", en: "Choose one of the service's channels.")
  private static let badCode = LocalizedText(
    ja: "半角の英小文字、数字、ハイフンで\(ReviewContent.longestPlace)文字以内で入力してください。",
    en:
      "Use lower-case letters, digits and hyphens, at most \(ReviewContent.longestPlace) characters."
  )
}
