import YuiOpenData
import YuiText
import YuiWeb

/// A service as somebody entered it, before it is checked: from a form or a file.
struct ServiceDraft: Sendable {
  static let fieldOrder = [
    "name_ja", "name_en", "kind", "department", "channels", "status", "question_set", "url",
    "origins",
  ]

  var nameJa = ""
  var nameEn = ""
  var kind = ""
  var department = ""
  var channels = Channel.allCases.map(\.rawValue)
  var status = ReviewedService.Status.open.rawValue
  var questionSet = QuestionSet.Version.usual.slug.description
  var url = ""
  /// One on each line.
  var origins = ""

  init() {}

  init(_ service: ReviewedService) {
    nameJa = service.name[.ja]
    nameEn = service.nameEn
    kind = service.kind.rawValue
    department = service.department
    channels = Channel.allCases.filter(service.channels.contains).map(\.rawValue)
    status = service.status.rawValue
    questionSet = service.questionSet.slug.description
    url = service.url
    origins = service.origins.joined(separator: "\n")
  }

  init(form: FormData) {
    nameJa = (form.first("name_ja") ?? "").trimmingWhitespace
    nameEn = (form.first("name_en") ?? "").trimmingWhitespace
    kind = form.first("kind") ?? ""
    department = (form.first("department") ?? "").trimmingWhitespace
    channels = form.values(named: "channels")
    status = form.first("status") ?? ""
    questionSet = form.first("question_set") ?? QuestionSet.Version.usual.slug.description
    url = (form.first("url") ?? "").trimmingWhitespace
    origins = form.first("origins") ?? ""
  }

  /// A service without its slug.
  struct Checked: Sendable {
    let kind: ReviewedService.Kind
    let name: LocalizedText
    fileprivate let department: String
    fileprivate let channels: Set<Channel>
    fileprivate let status: ReviewedService.Status
    fileprivate let questionSet: Slug
    fileprivate let url: String
    fileprivate let origins: [String]

    func service(slug: Slug, replacing old: ReviewedService? = nil) -> ReviewedService {
      ReviewedService(
        slug: slug, kind: kind, name: name, department: department, channels: channels,
        status: status, url: url,
        questionSet: QuestionSet.Version(questionSet, old?.questionSet.number ?? 1),
        publishedFields: old?.publishedFields ?? PublishedField.usual,
        origins: origins)
    }
  }

  /// The checked service, or what is wrong by field.
  func checked(among sets: [QuestionSet]) -> CheckResult {
    var problems: [String: LocalizedText] = [:]
    if nameJa.isEmpty || !Self.isName(nameJa) { problems["name_ja"] = Self.badName }
    if !Self.isName(nameEn) { problems["name_en"] = Self.longName }
    if !Self.isName(department) { problems["department"] = Self.longName }
    let kind = ReviewedService.Kind(rawValue: kind)
    if kind == nil { problems["kind"] = Self.noKind }
    let status = ReviewedService.Status(rawValue: status)
    if status == nil { problems["status"] = Self.noStatus }
    let channels = Set(channels.compactMap(Channel.init(rawValue:)))
    if channels.isEmpty { problems["channels"] = Self.noChannel }
    if !url.isEmpty, url.utf8.count > 500 || !CellReader.url.accepts(url) {
      problems["url"] = Self.badURL
    }
    let lines = origins.split(whereSeparator: \.isNewline).map { String($0).trimmingWhitespace }
      .filter { !$0.isEmpty }
    let origins = lines.compactMap(WebOrigin.of)
    if origins.count < lines.count || origins.count > ReviewedService.mostOrigins {
      problems["origins"] = Self.badOrigins
    }
    let questionSet = sets.map(\.version.slug).first { $0.description == self.questionSet }
    if questionSet == nil { problems["question_set"] = Self.noQuestionSet }
    guard problems.isEmpty, let kind, let status, let questionSet else {
      return .failure(problems)
    }
    return .success(
      Checked(
        kind: kind, name: LocalizedText(ja: nameJa, en: nameEn), department: department,
        channels: channels, status: status, questionSet: questionSet, url: url,
        origins: origins))
  }

  enum CheckResult {
    case success(Checked)
    case failure([String: LocalizedText])
  }

  /// The values by field, for the audit log.
  var details: [String: String] {
    [
      "name_ja": nameJa, "name_en": nameEn, "kind": kind, "department": department,
      "channels": channels.joined(separator: " "), "status": status,
      "question_set": questionSet, "url": url,
      "origins": origins.split(whereSeparator: \.isNewline).joined(separator: " "),
    ]
  }

  /// Measured by code points, as in files: a character may carry any number of combining marks,
  /// and the name is in an index, which takes no more than some 2,700 bytes.
  private static func isName(_ text: String) -> Bool {
    text.isLine(of: 100)
  }

  private static let badName = LocalizedText(
    ja: "名称を1行、100文字以内で入力してください。", en: "Enter a name, one line of at most 100 characters.")
  private static let longName = LocalizedText(
    ja: "1行、100文字以内で入力してください。", en: "Keep it to one line of at most 100 characters.")
  private static let noKind = LocalizedText(ja: "種類を選択してください。", en: "Choose a kind.")
  private static let noStatus = LocalizedText(ja: "状態を選択してください。", en: "Choose a state.")
  private static let noChannel = LocalizedText(
    ja: "受付方法を1つ以上選択してください。", en: "Choose at least one channel.")
  private static let badOrigins = LocalizedText(
    ja: "https://www.example.lg.jp の形で、1行に1つ、\(ReviewedService.mostOrigins)個まで入力してください。",
    en: "Enter one origin a line, such as https://www.example.lg.jp, at most "
      + "\(ReviewedService.mostOrigins).")
  private static let noQuestionSet = LocalizedText(ja: "設問を選択してください。", en: "Choose questions.")
  private static let badURL = LocalizedText(
    ja: "https:// で始まるアドレスを入力してください。", en: "Enter an address that starts with https://.")
}
