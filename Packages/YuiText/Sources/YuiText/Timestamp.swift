/// A moment, exact to the millisecond.
///
/// As text it is RFC 3339 in UTC; its date is the one on the wall in Japan.
public struct Timestamp: Sendable, Hashable {
  /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let milliseconds: Int64

  /// Creates the moment `milliseconds` after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The date in Japan, which is UTC+9 all year.
  public var date: CalendarDate {
    let (days, _) = Self.split(milliseconds + japanOffset)
    return CalendarDate(daysSince1970: days)
  }

  /// The moment on clocks in Japan, to the minute: `2024年7月1日 9:05`, `1 July 2024, 9:05`.
  public func text(_ language: Language) -> String {
    let minutes = Self.split(milliseconds + japanOffset).milliseconds / 60_000
    let separator = language == .en ? ", " : " "
    return date.text(language) + separator + "\(minutes / 60):\((minutes % 60).padded(2))"
  }

  /// Returns the moment `seconds` later.
  public func adding(seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds + seconds * 1_000)
  }

  static func split(_ milliseconds: Int64) -> (days: Int, milliseconds: Int) {
    let days = CivilCalendar.floorDivide(milliseconds, millisecondsPerDay)
    return (Int(days), Int(milliseconds - days * millisecondsPerDay))
  }
}

let millisecondsPerDay: Int64 = 86_400_000

/// Japan has kept one offset, UTC+9, without summer time since 1952.
let japanOffset: Int64 = 9 * 3_600_000

extension Timestamp: Comparable {
  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
