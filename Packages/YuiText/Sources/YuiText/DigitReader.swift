/// A cursor over the ASCII text of a date or time.
struct DigitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Reads exactly `count` digits, or nothing.
  mutating func number(digits count: Int) -> Int? {
    guard bytes.count - position >= count else { return nil }
    var value = 0
    for index in position..<(position + count) {
      guard let digit = Self.digit(bytes[index]) else { return nil }
      value = value * 10 + digit
    }
    position += count
    return value
  }

  /// Reads the digits of a fraction of a second as milliseconds; finer digits are cut off.
  mutating func milliseconds() -> Int? {
    var value = 0
    var count = 0
    while let byte = next, let digit = Self.digit(byte) {
      if count < 3 { value = value * 10 + digit }
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    return value * (count == 1 ? 100 : count == 2 ? 10 : 1)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }
}

extension Int {
  /// The number with leading zeros, at least `width` digits wide.
  func padded(_ width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}
