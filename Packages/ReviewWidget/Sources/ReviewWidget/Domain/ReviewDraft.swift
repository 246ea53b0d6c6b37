public import YuiText

/// What somebody sent before it is checked: from the form, the API or a file.
public struct ReviewDraft: Sendable {
  /// What can be wrong.
  public enum Field: String, Sendable {
    case score, goal, ease, clarity, reasons, nps, comment, channel, place, ending
  }

  /// The score as a number; nil where none was given or it was no whole number.
  public var score: Int?
  /// ``Goal`` by its name; empty for none, as the following.
  public var goal = ""
  /// How easy it was, as a number from 1 to 5.
  public var ease = ""
  /// How clearly it was explained, as a number from 1 to 5.
  public var clarity = ""
  /// How likely they would recommend it, as a number from 0 to 10.
  public var nps = ""
  /// The reasons as they came.
  public var reasons: [String] = []
  /// The comment as it came, with newlines as `\n`.
  public var comment = ""
  /// The channel's name; empty for the web.
  public var channel = ""
  /// The place code.
  public var place = ""
  /// ``Ending`` by its name; empty where nobody said.
  public var ending = ""
  /// Whether the showing of its form was counted before it came.
  public var wasOffered = false
  /// The language the question was asked in.
  public var language: Language = .ja

  /// An empty draft.
  public init() {}

  /// The content, or what is wrong with each field.
  public func checked() -> Result<ReviewContent, ReviewProblems> {
    var problems = ReviewProblems()
    let score = score.flatMap(Score.init(rawValue:))
    if score == nil { problems.add(.score, Self.scoreMissing) }
    let goal = goal.isEmpty ? nil : Goal(rawValue: goal)
    if goal == nil, !self.goal.isEmpty { problems.add(.goal, Self.badGoal) }
    let ease = number(ease, in: 1...5, .ease, &problems)
    let clarity = number(clarity, in: 1...5, .clarity, &problems)
    let reasons = reasons.map(\.trimmingWhitespace).filter { !$0.isEmpty }.map { Reason($0) }
    if reasons.count > ReviewContent.mostReasons { problems.add(.reasons, Self.tooManyReasons) }
    if !reasons.allSatisfy(Self.isReason) { problems.add(.reasons, Self.badReason) }
    let nps = number(nps, in: 0...10, .nps, &problems)
    let comment = comment.trimmingWhitespace
    if !comment.isWithin(ReviewContent.longestComment) {
      problems.add(.comment, Self.commentTooLong(by: comment.count - ReviewContent.longestComment))
    } else if comment.utf8.count > Self.mostBytes {
      problems.add(.comment, Self.tooManyMarks)
    } else if !Self.isText(comment, where: { $0 == "\n" || $0 == "\t" }) {
      problems.add(.comment, Self.controlCharacters)
    }
    let channel = channel.isEmpty ? Channel.web : Channel(rawValue: channel)
    if channel == nil { problems.add(.channel, Self.unknownChannel) }
    let place = place.trimmingWhitespace
    if !place.isWithin(ReviewContent.longestPlace) || !Self.isText(place) {
      problems.add(.place, Self.badPlace)
    }
    let ending = ending.isEmpty ? nil : Ending(rawValue: ending)
    if ending == nil, !self.ending.isEmpty { problems.add(.ending, Self.badEnding) }
    guard problems.isEmpty, let score, let channel else { return .failure(problems) }
    var content = ReviewContent(
      score: score, goal: goal, ease: ease, clarity: clarity, nps: nps,
      reasons: Self.distinct(reasons.map { $0.masked.beside(score) }),
      comment: PersonalData.mask(comment).text, channel: channel,
      place: PersonalData.mask(place).text, language: language, ending: ending)
    content.isMasked = Self.isMasked(content)
    return .success(content)
  }

  /// Whether personal data was taken out, now or before it was exported.
  private static func isMasked(_ content: ReviewContent) -> Bool {
    PersonalData.isMasked(content.comment) || PersonalData.isMasked(content.place)
      || content.reasons.contains {
        PersonalData.isMasked($0.code) || PersonalData.isMasked($0.text)
      }
  }

  private func number(
    _ text: String, in range: ClosedRange<Int>, _ field: Field, _ problems: inout ReviewProblems
  ) -> Int? {
    guard !text.isEmpty else { return nil }
    guard let number = Int(text), range.contains(number) else {
      problems.add(field, Self.badNumber(range))
      return nil
    }
    return number
  }

  /// A character may carry any number of combining marks: bytes have a bound of their own.
  private static let mostBytes = 16 * ReviewContent.longestComment

  private static func isReason(_ reason: Reason) -> Bool {
    [reason.code, reason.text].allSatisfy { text in
      text.isWithin(ReviewContent.longestReason) && !text.utf8.contains(UInt8(ascii: ";"))
        && isText(text)
    } && !reason.code.isEmpty
  }

  private static func isText(
    _ text: String, where isAllowed: (Unicode.Scalar) -> Bool = { _ in false }
  ) -> Bool {
    text.utf8.count <= mostBytes
      && text.unicodeScalars.allSatisfy { !$0.isControl || isAllowed($0) }
  }

  private static func distinct(_ reasons: [Reason]) -> [Reason] {
    reasons.reduce(into: []) { kept, reason in if !kept.contains(reason) { kept.append(reason) } }
  }
}

/// What is wrong with a draft, by field, in words that say how to mend it.
public struct ReviewProblems: Error, Sendable {
  /// The problems in the order of the form's fields.
  public private(set) var all: [(field: ReviewDraft.Field, message: LocalizedText)] = []

  var isEmpty: Bool { all.isEmpty }

  /// The first problem of a field.
  public func message(for field: ReviewDraft.Field) -> LocalizedText? {
    all.first { $0.field == field }?.message
  }

  mutating func add(_ field: ReviewDraft.Field, _ message: LocalizedText) {
    all.append((field, message))
  }
}

extension ReviewDraft {
  private static let scoreMissing = LocalizedText(
    ja: "満足度を1から5の中から選択してください。",
    en: "Choose how the service was, a whole number from 1 to 5.",
    easy: "1から5の中からえらんでください。", zhHans: "请从1至5中选择满意度。",
    ko: "만족도를 1~5 중에서 선택해 주십시오.", vi: "Hãy chọn mức độ hài lòng từ 1 đến 5.")
  private static let badGoal = LocalizedText(
    ja: "目的を果たせたかどうかは yes、partly、no のいずれかで指定してください。",
    en: "Answer whether the goal was reached with yes, partly or no.")
  private static let tooManyReasons = LocalizedText(
    ja: "理由は\(ReviewContent.mostReasons)個以内で選択してください。",
    en: "Choose at most \(ReviewContent.mostReasons) reasons.")
  private static let badReason = LocalizedText(
    ja: "理由は1つ\(ReviewContent.longestReason)文字以内で、セミコロンや改行を含めないでください。",
    en:
      "Keep each reason to \(ReviewContent.longestReason) characters, without semicolons or line breaks."
  )
  private static let tooManyMarks = LocalizedText(
    ja: "ご意見が長すぎます。絵文字や結合文字を減らしてください。",
    en: "The comment is too long. Use fewer emoji or combining marks.",
    easy: "長すぎます。絵文字をすくなくしてください。", zhHans: "意见过长，请减少表情符号。",
    ko: "의견이 너무 깁니다. 이모지를 줄여 주십시오.", vi: "Ý kiến quá dài. Hãy bớt biểu tượng cảm xúc.")
  private static let controlCharacters = LocalizedText(
    ja: "使用できない制御文字が含まれています。取り除いてください。",
    en: "The text contains control characters. Remove them.",
    easy: "つかえない文字があります。けしてください。", zhHans: "包含无法使用的控制字符，请删除。",
    ko: "사용할 수 없는 제어 문자가 있습니다. 삭제해 주십시오.", vi: "Có ký tự điều khiển không dùng được. Hãy xóa đi.")
  private static let unknownChannel = LocalizedText(
    ja: "受付方法は \(Channel.allCases.map(\.rawValue).joined(separator: "、")) のいずれかを指定してください。",
    en: "Name one of these channels: \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).")
  private static let badPlace = LocalizedText(
    ja: "場所は1行、\(ReviewContent.longestPlace)文字以内で指定してください。",
    en: "Give the place in one line of at most \(ReviewContent.longestPlace) characters.")
  private static let badEnding = LocalizedText(
    ja: "どのように終わったかは \(Ending.allCases.map(\.rawValue).joined(separator: "、")) のいずれかで指定してください。",
    en: "Say how it ended with one of: \(Ending.allCases.map(\.rawValue).joined(separator: ", ")).")

  private static func badNumber(_ range: ClosedRange<Int>) -> LocalizedText {
    LocalizedText(
      ja: "\(range.lowerBound)から\(range.upperBound)までの整数で選択してください。",
      en: "Choose a whole number from \(range.lowerBound) to \(range.upperBound).",
      zhHans: "请从\(range.lowerBound)至\(range.upperBound)中选择。",
      ko: "\(range.lowerBound)~\(range.upperBound) 중에서 선택해 주십시오.",
      vi: "Hãy chọn từ \(range.lowerBound) đến \(range.upperBound).")
  }

  private static func commentTooLong(by excess: Int) -> LocalizedText {
    let longestComment = NumberText.grouped(ReviewContent.longestComment)
    let excess = NumberText.grouped(excess)
    return LocalizedText(
      ja: "ご意見は\(longestComment)文字以内で入力してください（\(excess)文字超過しています）。",
      en: "Keep the comment to \(longestComment) characters (\(excess) too many).",
      easy: "\(longestComment)文字まで書くことができます（\(excess)文字多いです）。",
      zhHans: "意见请不超过\(longestComment)个字（超出\(excess)个字）。",
      ko: "의견은 \(longestComment)자 이내로 입력해 주십시오(\(excess)자 초과).",
      vi: "Ý kiến tối đa \(longestComment) ký tự (thừa \(excess)).")
  }
}
