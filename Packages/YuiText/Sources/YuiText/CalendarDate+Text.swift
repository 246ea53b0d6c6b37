extension CalendarDate {
  /// The date as ISO 8601, `2026-04-01`.
  public var iso: String { DigitWriter.text { $0.put(self) } }

  /// Reads `YYYY-MM-DD`; returns `nil` for anything else and for days that do not exist.
  public init?(iso: String) {
    var reader = DigitReader(iso)
    self.init(reading: &reader)
    guard reader.isAtEnd else { return nil }
  }

  init?(reading reader: inout DigitReader) {
    guard
      let year = reader.number(digits: 4), reader.take(UInt8(ascii: "-")),
      let month = reader.number(digits: 2), reader.take(UInt8(ascii: "-")),
      let day = reader.number(digits: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as people write it: `2024年7月1日`, `1 July 2024`.
  public func text(_ language: Language) -> String {
    switch language {
    case .ja, .easy, .zhHans: "\(year)年\(month)月\(day)日"
    case .en: "\(day) \(englishMonthNames[month - 1]) \(year)"
    case .ko: "\(year)년 \(month)월 \(day)일"
    case .vi: "\(day)/\(month)/\(year)"
    }
  }
}

let englishMonthNames = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]

extension CalendarDate: LosslessStringConvertible {
  /// Reads `YYYY-MM-DD`.
  public init?(_ description: String) { self.init(iso: description) }

  /// The date as ISO 8601.
  public var description: String { iso }
}

extension CalendarDate: Codable {
  /// Reads a `YYYY-MM-DD` string.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("a date (YYYY-MM-DD)") { CalendarDate(iso: $0) }
  }

  /// Writes a `YYYY-MM-DD` string.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encodeText(iso)
  }
}
