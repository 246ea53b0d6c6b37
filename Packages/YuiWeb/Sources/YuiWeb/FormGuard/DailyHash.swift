import CSodium
import YuiText

/// Turns an address into a number that means nothing tomorrow, and nothing to anybody else today.
///
/// SipHash-2-4 under a random key that lives in memory alone and is drawn anew each Japanese day:
/// what limits remember of an address can't be turned back into it, nor be compared between days.
struct DailyHash {
  private var day: CalendarDate?
  private var key: [UInt8] = []

  /// Begins a new day where one has begun; returns whether it did, when old hashes are worthless.
  mutating func renew(at now: Timestamp) -> Bool {
    guard day != now.date else { return false }
    day = now.date
    key = SecretBytes.random(Int(crypto_shorthash_KEYBYTES))
    return true
  }

  /// The number for a subscriber and what they do; of no use before ``renew(at:)``.
  func hash(_ subscriber: PeerAddress?, _ texts: String...) -> UInt64 {
    var bytes: [UInt8] = []
    withUnsafeBytes(of: (subscriber?.subscriber.high ?? 0, subscriber?.subscriber.low ?? 0)) {
      bytes += $0
    }
    for text in texts { bytes += Array(text.utf8) + [0] }
    var hash = [UInt8](repeating: 0, count: Int(crypto_shorthash_BYTES))
    crypto_shorthash(&hash, bytes, UInt64(bytes.count), key)
    return hash.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
