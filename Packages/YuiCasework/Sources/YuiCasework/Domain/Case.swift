public import YuiStorage
public import YuiText

/// Something that people have to work on, from the moment it came to the moment it is settled.
public struct Case: Sendable, Hashable {
  /// How far its public reply is.
  public enum ReplyState: String, Sendable, SQLBindable { case none, draft, released }

  /// Names it among the cases of its module, from 1.
  public let number: Int
  /// The code of its state.
  public let state: String
  /// What kind of thing it is about: a service, a class.
  public let topic: String
  /// How it ranks among its kind, such as a score.
  public let rank: Int?
  /// The id of what it is about, in the module's own tables.
  public let subject: String
  /// When its subject came, by which cases are sorted.
  public let receivedAt: Timestamp
  /// The day it was opened, from which clocks run.
  public let openedOn: CalendarDate
  /// The day by which somebody has to act.
  public let dueOn: CalendarDate?
  /// The account of the person who cares for it.
  public let assignee: UUIDv7?
  /// Words that staff gave it, sorted.
  public let tags: [String]
  /// How far its public reply is.
  public let reply: ReplyState
  /// The case that goes on in its place.
  public let mergedInto: Int?
}

/// What opens a case.
public struct CaseDraft: Sendable {
  /// The id of what it is about; one subject has one case.
  public let subject: String
  /// What kind of thing it is about.
  public let topic: String
  /// How it ranks among its kind.
  public let rank: Int?
  /// When its subject came.
  public let receivedAt: Timestamp

  /// Describes what a case is about.
  public init(subject: String, topic: String, rank: Int? = nil, receivedAt: Timestamp) {
    self.subject = subject
    self.topic = topic
    self.rank = rank
    self.receivedAt = receivedAt
  }
}
