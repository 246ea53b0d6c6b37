public import YuiText

/// An id that sorts by the time it was made (RFC 9562, version 7).
///
/// 48 bits of milliseconds since 1970, then 74 random bits. Ids of the same millisecond have no
/// order among themselves.
public struct UUIDv7: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64

  private init(high: UInt64, low: UInt64) {
    (self.high, self.low) = (high, low)
  }

  /// Creates a new id for something that happens at `time`.
  public init(at time: Timestamp) {
    let milliseconds = UInt64(clamping: time.milliseconds) & 0xFFFF_FFFF_FFFF
    high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0xFFF)
    low = 0b10 << 62 | UInt64.random(in: 0..<(1 << 62))
  }

  /// Creates a new id for the `number`th of many things that come at `time`: such ids sort by their
  /// number, up to 2³² of them.
  public init(at time: Timestamp, number: Int) {
    let number = UInt64(UInt32(truncatingIfNeeded: number))
    let milliseconds = UInt64(clamping: time.milliseconds) & 0xFFFF_FFFF_FFFF
    high = milliseconds << 16 | 0x7000 | number >> 20
    low = 0b10 << 62 | (number & 0xF_FFFF) << 42 | UInt64.random(in: 0..<(1 << 42))
  }

  /// Creates the id that always follows from a time and a digest, whose first bytes stand where a
  /// new id has random ones; for records that come without an id.
  package init(at time: Timestamp, filledFrom digest: [UInt8]) {
    let fill = digest.prefix(10).reduce((UInt64(0), UInt64(0))) { parts, byte in
      (parts.0 << 8 | parts.1 >> 56, parts.1 << 8 | UInt64(byte))
    }
    let milliseconds = UInt64(clamping: time.milliseconds) & 0xFFFF_FFFF_FFFF
    high = milliseconds << 16 | 0x7000 | fill.0 & 0xFFF
    low = 0b10 << 62 | fill.1 & (1 << 62 - 1)
  }

  /// The moment the id was made for, to the millisecond.
  public var time: Timestamp { Timestamp(milliseconds: Int64(high >> 16)) }
}

extension UUIDv7: Comparable {
  /// Orders by time, then by the random bits.
  public static func < (left: UUIDv7, right: UUIDv7) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension UUIDv7: LosslessStringConvertible {
  /// Reads the form `0190163d-8694-739b-aea5-966c26f8ad91` in either case; other versions are nil.
  public init?(_ text: String) {
    var digits = (high: UInt64(0), low: UInt64(0), count: 0)
    guard text.utf8.count == 36 else { return nil }
    var position = 0
    for byte in text.utf8 {
      defer { position += 1 }
      switch position {
      case 8, 13, 18, 23:
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      default: break
      }
      guard let digit = Self.hexDigit(byte) else { return nil }
      if digits.count < 16 {
        digits.high = digits.high << 4 | digit
      } else {
        digits.low = digits.low << 4 | digit
      }
      digits.count += 1
    }
    guard digits.high >> 12 & 0xF == 7, digits.low >> 62 == 0b10 else { return nil }
    self.init(high: digits.high, low: digits.low)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The id in 36 lower case characters.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var position = 0
      for index in 0..<32 {
        switch index {
        case 8, 12, 16, 20:
          buffer[position] = UInt8(ascii: "-")
          position += 1
        default: break
        }
        let word = index < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (index % 16)) & 0xF)
        buffer[position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
        position += 1
      }
      return position
    }
  }
}

extension UUIDv7: Codable {
  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = UUIDv7(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a version 7 UUID")
    }
    self = id
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
