public import YuiText

/// What somebody sent before it is checked: from the form, the API or a file.
public struct ReviewDraft: Sendable {
  /// What can be wrong.
  public enum Field: String, Sendable { case score, reasons, comment, channel, place }

  /// The score as a number; nil where none was given or it was no whole number.
  public var score: Int?
  /// The reasons as they came.
  public var reasons: [String] = []
  /// The comment as it came, with newlines as `\n`.
  public var comment = ""
  /// The channel's name; empty for the web.
  public var channel = ""
  /// The place code.
  public var place = ""
  /// The language the question was asked in.
  public var language: Language = .ja

  /// An empty draft.
  public init() {}

  /// The content, or what is wrong with each field.
  public func checked() -> Result<ReviewContent, ReviewProblems> {
    var problems = ReviewProblems()
    let score = score.flatMap(Score.init(rawValue:))
    if score == nil { problems.add(.score, Self.scoreMissing) }
    let reasons = reasons.map(\.trimmingWhitespace).filter { !$0.isEmpty }
    if reasons.count > ReviewContent.mostReasons { problems.add(.reasons, Self.tooManyReasons) }
    if !reasons.allSatisfy(Self.isReason) { problems.add(.reasons, Self.badReason) }
    let comment = comment.trimmingWhitespace
    // Counting characters is dear, and a character has at least one byte.
    if comment.utf8.count > ReviewContent.longestComment,
      comment.count > ReviewContent.longestComment
    {
      problems.add(.comment, Self.commentTooLong(by: comment.count - ReviewContent.longestComment))
    } else if comment.utf8.count > Self.mostBytes {
      problems.add(.comment, Self.tooManyMarks)
    } else if !Self.isText(comment, allowing: ["\n", "\t"]) {
      problems.add(.comment, Self.controlCharacters)
    }
    let channel = channel.isEmpty ? Channel.web : Channel(rawValue: channel)
    if channel == nil { problems.add(.channel, Self.unknownChannel) }
    let place = place.trimmingWhitespace
    if place.count > ReviewContent.longestPlace || !Self.isText(place, allowing: []) {
      problems.add(.place, Self.badPlace)
    }
    guard problems.isEmpty, let score, let channel else { return .failure(problems) }
    return .success(
      ReviewContent(
        score: score, reasons: Self.distinct(reasons), comment: comment, channel: channel,
        place: place, language: language))
  }

  /// A character may carry any number of combining marks: bytes have a bound of their own.
  private static let mostBytes = 16 * ReviewContent.longestComment

  private static func isReason(_ text: String) -> Bool {
    text.count <= ReviewContent.longestReason && !text.contains(";") && isText(text, allowing: [])
  }

  private static func isText(_ text: String, allowing: Set<Unicode.Scalar>) -> Bool {
    text.utf8.count <= mostBytes
      && text.unicodeScalars.allSatisfy { scalar in
        !scalar.isControl || allowing.contains(scalar)
      }
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
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
    en: "Choose how the service was, a whole number from 1 to 5.")
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
    en: "The comment is too long. Use fewer emoji or combining marks.")
  private static let controlCharacters = LocalizedText(
    ja: "使用できない制御文字が含まれています。取り除いてください。",
    en: "The text contains control characters. Remove them.")
  private static let unknownChannel = LocalizedText(
    ja: "受付方法は \(Channel.allCases.map(\.rawValue).joined(separator: "、")) のいずれかを指定してください。",
    en: "Name one of these channels: \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).")
  private static let badPlace = LocalizedText(
    ja: "場所は1行、\(ReviewContent.longestPlace)文字以内で指定してください。",
    en: "Give the place in one line of at most \(ReviewContent.longestPlace) characters.")

  private static func commentTooLong(by excess: Int) -> LocalizedText {
    let longestComment = NumberText.grouped(ReviewContent.longestComment)
    let excess = NumberText.grouped(excess)
    return LocalizedText(
      ja: "ご意見は\(longestComment)文字以内で入力してください（\(excess)文字超過しています）。",
      en:
        "Keep the comment to \(longestComment) characters (\(excess) too many).")
  }
}
