import Synchronization
import YuiText

/// Lets each subscriber send so much and no more: a bucket of tokens for each, filled again at a
/// steady rate.
///
/// A city hall, a school and a kiosk are one subscriber each, so a bucket holds a minute's worth.
final class FormLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var at: Timestamp
  }

  private struct State {
    var hash = DailyHash()
    var buckets: [UInt64: Bucket] = [:]
  }

  /// Buckets in memory: some eight megabytes.
  private static let mostBuckets = 100_000

  private let perMinute: Double
  private let state = Mutex(State())

  /// Bears `perMinute` a minute, as many of them at once.
  init(perMinute: Int) {
    self.perMinute = Double(perMinute)
  }

  /// Takes a token; returns the seconds until there is one where there is none.
  func take(from subscriber: PeerAddress?, for purpose: String, at now: Timestamp) -> Int? {
    state.withLock { state in
      if state.hash.renew(at: now) { state.buckets = [:] }
      let key = state.hash.hash(subscriber, purpose)
      var bucket = state.buckets[key] ?? Bucket(tokens: perMinute, at: now)
      bucket.tokens = filled(bucket, at: now)
      bucket.at = max(bucket.at, now)
      defer { keep(bucket, as: key, in: &state.buckets, at: now) }
      guard bucket.tokens >= 1 else {
        return max(1, Int(((1 - bucket.tokens) * 60 / perMinute).rounded(.up)))
      }
      bucket.tokens -= 1
      return nil
    }
  }

  private func filled(_ bucket: Bucket, at now: Timestamp) -> Double {
    let seconds = Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 1000
    return min(perMinute, bucket.tokens + seconds * perMinute / 60)
  }

  /// Keeps a bucket; a full one is like none.
  ///
  /// Where all of many are in use, a flood comes from as many lines: then all begin anew, which
  /// costs less than to choose among them.
  private func keep(
    _ bucket: Bucket, as key: UInt64, in buckets: inout [UInt64: Bucket], at now: Timestamp
  ) {
    if buckets.count >= Self.mostBuckets, buckets[key] == nil {
      buckets = buckets.filter { filled($0.value, at: now) < perMinute }
      if buckets.count > Self.mostBuckets / 2 { buckets = [:] }
    }
    buckets[key] = bucket
  }
}
