/// Writes the ASCII text of a date or time.
struct DigitWriter {
  /// More than the text of any date or time has.
  private static let capacity = 40

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  private init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The text that `write` writes.
  static func text(_ write: (inout DigitWriter) -> Void) -> String {
    String(unsafeUninitializedCapacity: capacity) { bytes in
      var writer = DigitWriter(bytes)
      write(&writer)
      return writer.count
    }
  }

  mutating func put(_ character: Unicode.Scalar) {
    bytes[count] = UInt8(ascii: character)
    count += 1
  }

  /// Writes a number with leading zeros, at least `width` digits wide.
  mutating func put(_ number: Int, _ width: Int) {
    if number < 0 { put("-") }
    var unit: UInt = 1
    for _ in 1..<width { unit *= 10 }
    while number.magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes[count] = UInt8(ascii: "0") + UInt8(number.magnitude / unit % 10)
      count += 1
      unit /= 10
    }
  }

  mutating func put(_ date: CalendarDate) {
    put(date.year, 4)
    put("-")
    put(date.month, 2)
    put("-")
    put(date.day, 2)
  }
}
