import YuiText
import YuiWeb

/// A question set as somebody entered it, before it is checked.
struct QuestionSetDraft: Sendable {
  /// The most reasons that a form offers.
  static let mostReasons = 20
  /// Rows for further reasons that the form shows.
  static let freeRows = 3
  private static let longest = 200

  /// What the form shows and sends.
  private(set) var set: QuestionSet
  private(set) var problems: [(field: String, message: LocalizedText)] = []

  init(_ set: QuestionSet) { self.set = set }

  /// Reads the form for the version after `old`.
  init(form: FormData, after old: QuestionSet) {
    let asked = Set(form.values(named: "asked").compactMap(QuestionKind.init(rawValue:)))
    set = old
    set.title = read("title", from: form, isNeeded: true)
    for kind in QuestionKind.allCases {
      let isAsked = kind == .score || asked.contains(kind)
      set.questions[kind] = Question(
        read("label-\(kind.rawValue)", from: form, isNeeded: isAsked),
        support: read("support-\(kind.rawValue)", from: form), isAsked: isAsked)
    }
    set.reasons = []
    for index in 0..<Self.mostReasons { readReason(index, from: form) }
  }

  private mutating func readReason(_ index: Int, from form: FormData) {
    let code = (form.first("reason-\(index)-code") ?? "").trimmingWhitespace
    guard !code.isEmpty else { return }
    let field = "reason-\(index)-code"
    if Slug(code) == nil || code.count > ReviewContent.longestReason {
      problems.append((field, Self.badCode))
    }
    if set.reasons.contains(where: { $0.code == code }) { problems.append((field, Self.twice)) }
    set.reasons.append(
      ReasonOption(
        code, read("reason-\(index)", from: form, isNeeded: true),
        polarity: form.first("reason-\(index)-polarity").flatMap(Polarity.init(rawValue:)),
        driver: form.first("reason-\(index)-driver").flatMap(
          ReasonOption.Driver.init(rawValue:))))
  }

  /// One text in every language.
  private mutating func read(
    _ name: String, from form: FormData, isNeeded: Bool = false
  ) -> LocalizedText {
    var text = LocalizedText(ja: "", en: "")
    for language in Language.allCases {
      let field = "\(name)-\(language.rawValue)"
      let words = (form.first(field) ?? "").trimmingWhitespace
      if !words.isLine(of: Self.longest) {
        problems.append((field, Self.tooLong))
      } else if Self.hasBrokenReading(words) {
        problems.append((field, Self.badReading))
      } else if words.isEmpty, isNeeded, language == .ja {
        problems.append((field, Self.missing))
      }
      text.set(words, in: language)
    }
    return text
  }

  /// Whether a brace is left that opens or closes no reading.
  private static func hasBrokenReading(_ words: String) -> Bool {
    RubyText(words).parts.contains { part in
      (part.words + (part.reading ?? "")).contains { "{}".contains($0) }
    }
  }

  private static let badReading = LocalizedText(
    ja: "ふりがなは{漢字|かんじ}の形で入力してください。", en: "Write readings like {漢字|かんじ}.")
  private static let missing = LocalizedText(
    ja: "日本語の文言を入力してください。", en: "Enter the words in Japanese.")
  private static let tooLong = LocalizedText(
    ja: "1行、\(longest)文字以内で入力してください。",
    en: "Keep it to one line of at most \(longest) characters.")
  private static let badCode = LocalizedText(
    ja: "半角英小文字・数字・ハイフンで、\(ReviewContent.longestReason)文字以内で入力してください。",
    en: "Use a-z, 0-9 and hyphens, at most \(ReviewContent.longestReason) characters.")
  private static let twice = LocalizedText(
    ja: "同じ符号の理由が2つあります。", en: "Two reasons have this code.")
}
