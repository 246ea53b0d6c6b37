extension Timestamp {
  /// The moment in UTC as RFC 3339, such as `2026-04-01T00:30:00Z`.
  ///
  /// Milliseconds are written (`….250Z`) where there are any.
  public var rfc3339: String {
    let (days, inDay) = Self.split(milliseconds)
    let (seconds, fraction) = (inDay / 1_000, inDay % 1_000)
    return DigitWriter.text { text in
      text.put(CalendarDate(daysSince1970: days))
      text.put("T")
      text.put(seconds / 3_600, 2)
      text.put(":")
      text.put(seconds / 60 % 60, 2)
      text.put(":")
      text.put(seconds % 60, 2)
      if fraction > 0 {
        text.put(".")
        text.put(fraction, 3)
      }
      text.put("Z")
    }
  }

  /// Reads RFC 3339 with any offset; digits finer than milliseconds are cut off.
  ///
  /// Returns `nil` for anything else, a leap second (`:60`) included.
  public init?(rfc3339 text: String) {
    var reader = DigitReader(text)
    guard
      let date = CalendarDate(reading: &reader),
      reader.take(UInt8(ascii: "T")) || reader.take(UInt8(ascii: "t")),
      let hour = reader.number(digits: 2), hour < 24, reader.take(UInt8(ascii: ":")),
      let minute = reader.number(digits: 2), minute < 60, reader.take(UInt8(ascii: ":")),
      let second = reader.number(digits: 2), second < 60
    else { return nil }
    var fraction = 0
    if reader.take(UInt8(ascii: ".")) {
      guard let value = reader.milliseconds() else { return nil }
      fraction = value
    }
    guard let offset = Self.offsetMinutes(reading: &reader), reader.isAtEnd else { return nil }
    let seconds = (hour * 60 + minute - offset) * 60 + second
    milliseconds =
      Int64(date.daysSince1970) * millisecondsPerDay + Int64(seconds * 1_000 + fraction)
  }

  private static func offsetMinutes(reading reader: inout DigitReader) -> Int? {
    if reader.take(UInt8(ascii: "Z")) || reader.take(UInt8(ascii: "z")) { return 0 }
    let isBehind = reader.take(UInt8(ascii: "-"))
    guard
      isBehind || reader.take(UInt8(ascii: "+")),
      let hours = reader.number(digits: 2), hours < 24, reader.take(UInt8(ascii: ":")),
      let minutes = reader.number(digits: 2), minutes < 60
    else { return nil }
    return (isBehind ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment as RFC 3339.
  public var description: String { rfc3339 }
}

extension Timestamp: Codable {
  /// Reads an RFC 3339 string.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("an RFC 3339 time") { Timestamp(rfc3339: $0) }
  }

  /// Writes an RFC 3339 string.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encodeText(rfc3339)
  }
}
