import Synchronization
import YuiText

/// Knows for a while which texts a subscriber has sent, by hashes in memory.
final class RepeatedTexts: Sendable {
  private struct State {
    var hash = DailyHash()
    var seen: [UInt64: Timestamp] = [:]
  }

  /// How long the same text counts as sent twice, in milliseconds.
  private static let window: Int64 = 300_000
  private static let mostTexts = 100_000

  private let state = Mutex(State())

  /// Claims a text for a subscriber; `nil` where somebody did within the window.
  func claim(
    _ text: String, about subject: String, from subscriber: PeerAddress?, at now: Timestamp
  ) -> UInt64? {
    state.withLock { state in
      if state.hash.renew(at: now) { state.seen = [:] }
      let key = state.hash.hash(subscriber, subject, text)
      if let last = state.seen[key], now.milliseconds - last.milliseconds < Self.window {
        return nil
      }
      if state.seen.count >= Self.mostTexts {
        state.seen = state.seen.filter {
          now.milliseconds - $0.value.milliseconds < Self.window
        }
        if state.seen.count > Self.mostTexts / 2 { state.seen = [:] }
      }
      state.seen[key] = now
      return key
    }
  }

  /// Gives a claim up: what was claimed for was not stored after all.
  func release(_ claim: UInt64) {
    state.withLock { $0.seen[claim] = nil }
  }
}
