import Synchronization

/// Names requests: unique within the process, unlikely to meet another's.
final class RequestIDs: Sendable {
  private let counter = Atomic<UInt64>(.random(in: 0...UInt64.max))

  /// The next id; scrambled (splitmix64), so that ids don't tell how many requests there were.
  func next() -> UInt64 {
    var value = counter.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

enum RequestID {
  /// Sixteen hexadecimal digits.
  static func text(_ value: UInt64) -> String {
    String(unsafeUninitializedCapacity: 16) { bytes in
      for index in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * index)) & 15
        bytes[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 16
    }
  }
}
