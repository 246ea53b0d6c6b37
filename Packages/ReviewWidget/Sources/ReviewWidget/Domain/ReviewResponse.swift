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

  /// The day it counts on, in Japan; nil where its time is not known.
  public var day: CalendarDate? { isDated ? receivedAt.date : nil }
  /// The month it counts in; nil where its time is not known.
  public var month: YearMonth? { day?.yearMonth }
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
  /// Whether they got done what they came for.
  public internal(set) var goal: Goal?
  /// How easy it was, 1 to 5.
  public internal(set) var ease: Int?
  /// How clearly it was explained, 1 to 5.
  public internal(set) var clarity: Int?
  /// How likely they would recommend it, 0 to 10.
  public internal(set) var nps: Int?
  /// Why.
  public internal(set) var reasons: [Reason]
  /// In their own words; may be empty.
  public internal(set) var comment: String
  /// The way it came.
  public let channel: Channel
  /// Where it was asked: `window-3`; may be empty.
  public let place: String
  /// The language the question was asked in.
  public let language: Language
  /// How it ended for who was asked; nil where nobody said.
  public internal(set) var ending: Ending?
  /// What was asked; nil for a response that is not stored yet, or is older than question sets.
  public internal(set) var questionSet: QuestionSet.Version?
  /// Whether personal data were taken out of the comment.
  public internal(set) var isMasked = false
}
