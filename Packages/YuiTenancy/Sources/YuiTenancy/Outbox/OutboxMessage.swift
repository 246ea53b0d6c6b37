package import YuiStorage
package import YuiText

/// A message that waits to be sent, or was given up.
package struct OutboxMessage: Sendable, Hashable {
  package enum Kind: String, Sendable, SQLBindable { case mail, webhook }
  package enum State: String, Sendable, SQLBindable { case waiting, failed }

  /// Names it, for those who receive it too; sorts by time.
  package let id: UUIDv7
  package let kind: Kind
  /// An address of mail, or the id of a webhook.
  package let target: String
  /// The subject of a letter, the kind of an event.
  package let title: String
  package let body: String
  package let state: State
  /// When it is tried next, or was given up.
  package let dueAt: Timestamp
  /// How often it was tried.
  package let attempts: Int
  /// Why it could not be sent the last time; empty before the first attempt.
  package let error: String
}

/// When a message that could not be sent is tried again.
enum RetrySchedule {
  /// Seconds after each attempt; in all about three days, then a message is given up.
  private static let delays: [Int64] = [
    5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600,
  ]

  /// Seconds until the next attempt; nil where there is none.
  static func delay(afterAttempts attempts: Int) -> Int64? {
    delays.indices.contains(attempts - 1) ? delays[attempts - 1] : nil
  }
}
