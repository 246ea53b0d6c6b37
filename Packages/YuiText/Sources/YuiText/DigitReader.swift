/// A cursor over the ASCII text of a date or time.
struct DigitReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  var next: UInt8? { rest.first }

  mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  /// Reads exactly `count` digits, or nothing.
  mutating func number(digits count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var value = 0
    for byte in rest.prefix(count) {
      guard let digit = Self.digit(byte) else { return nil }
      value = value * 10 + digit
    }
    rest.removeFirst(count)
    return value
  }

  /// Reads the digits of a fraction of a second as milliseconds; finer digits are cut off.
  mutating func milliseconds() -> Int? {
    var value = 0
    var count = 0
    while let byte = rest.first, let digit = Self.digit(byte) {
      if count < 3 { value = value * 10 + digit }
      count += 1
      rest.removeFirst()
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
