public import YuiStorage
public import YuiText

/// One review of a service, in which nothing tells who sent it.
public struct ReviewResponse: Sendable, Hashable {
  /// Names the response.
  public let id: UUIDv7
  /// The service it is about.
  public let service: Slug
  /// What it says.
  public let content: ReviewContent
  /// When it came; for an imported response without a time, when it was imported.
  public let receivedAt: Timestamp
  /// False for an imported response without a time, which counts in totals and in no month.
  public let isDated: Bool

  /// The month it counts in; nil where its time is not known.
  public var month: YearMonth? { isDated ? receivedAt.date.yearMonth : nil }
}

/// What a response says, checked.
public struct ReviewContent: Sendable, Hashable {
  /// The most characters of a comment.
  public static let longestComment = 1000
  /// The most reasons of one response.
  public static let mostReasons = 10
  /// The most characters of a reason.
  public static let longestReason = 50
  /// The most characters of a place code.
  public static let longestPlace = 40

  /// How satisfied somebody was.
  public let score: Score
  /// Why: codes of ``Reason``, or short texts of other programs.
  public let reasons: [String]
  /// In their own words; may be empty.
  public let comment: String
  /// The way it came.
  public let channel: Channel
  /// Where it was asked: `window-3`; may be empty.
  public let place: String
  /// The language the question was asked in.
  public let language: Language
}
