public import YuiStorage
public import YuiText

/// Which cases are wanted, and in which order.
public struct CaseFilter: Sendable, Hashable {
  /// Which states are wanted.
  public enum States: Sendable, Hashable {
    /// Those in which somebody has to do something.
    case open
    /// Every one, merged cases too.
    case all
    /// One.
    case one(String)
  }

  /// Whose cases are wanted.
  public enum Assignee: Sendable, Hashable {
    /// Those of nobody.
    case nobody
    /// Those of one account.
    case account(UUIDv7)
  }

  /// Which states are wanted.
  public var states = States.open
  /// A tag they bear.
  public var tag: String?
  /// Whose they are; nil for everybody's.
  public var assignee: Assignee?
  /// What they are about.
  public var topic: String?
  /// How they rank.
  public var rank: Int?
  /// The first day on which their subjects came.
  public var from: CalendarDate?
  /// The last.
  public var to: CalendarDate?
  /// Words that their subjects hold.
  public var text = ""
  /// Whether the oldest come first.
  public var isOldestFirst = false

  /// Wants every open case, the newest first.
  public init() {}
}
