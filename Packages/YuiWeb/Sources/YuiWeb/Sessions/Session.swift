public import YuiStorage
public import YuiText

/// A signed-in browser.
public struct Session: Sendable, Hashable {
  /// The id shown in the list of sessions; not the secret.
  public let id: UUIDv7
  /// Whose session it is.
  public let account: UUIDv7
  /// When the person signed in.
  public let startedAt: Timestamp
  /// When it was last seen in use, exact to five minutes.
  public let lastSeenAt: Timestamp

  /// How long a session lives.
  enum Lifetime {
    /// Unused for 8 hours, a working day: over.
    static let idleSeconds: Int64 = 8 * 3600
    /// Over in any case after a week.
    static let absoluteSeconds: Int64 = 7 * 24 * 3600
    /// Last use is written at most this often.
    static let touchSeconds: Int64 = 300
  }

  func isAlive(at now: Timestamp) -> Bool {
    now < lastSeenAt.adding(seconds: Lifetime.idleSeconds)
      && now < startedAt.adding(seconds: Lifetime.absoluteSeconds)
  }

  func needsTouch(at now: Timestamp) -> Bool {
    now >= lastSeenAt.adding(seconds: Lifetime.touchSeconds)
  }
}
