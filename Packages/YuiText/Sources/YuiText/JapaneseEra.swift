/// An era of the Japanese calendar (和暦), each of which ends where the next begins.
public enum JapaneseEra: Int, Sendable, CaseIterable, Comparable {
  /// 明治, from 1 January 1873, when Japan took over the Gregorian calendar, in its sixth year.
  case meiji
  /// 大正, from 30 July 1912.
  case taisho
  /// 昭和, from 25 December 1926.
  case showa
  /// 平成, from 8 January 1989 (政令 昭和64年第1号).
  case heisei
  /// 令和, from 1 May 2019 (政令 平成31年第143号).
  case reiwa

  private static let names = ["明治", "大正", "昭和", "平成", "令和"]
  private static let letters = "MTSHR"
  private static let starts = [
    (1873, 1, 1), (1912, 7, 30), (1926, 12, 25), (1989, 1, 8), (2019, 5, 1),
  ]

  /// The name, such as `令和`.
  public var name: String { Self.names[rawValue] }

  /// The letter that stands for it in forms, such as `R`.
  public var letter: Character { Array(Self.letters)[rawValue] }

  /// The year before its first.
  private var yearZero: Int { self == .meiji ? 1867 : Self.starts[rawValue].0 - 1 }

  /// The era that holds a date; `nil` before 1873.
  public init?(containing date: CalendarDate) {
    guard let era = Self.allCases.last(where: { $0.begins(by: date) }) else { return nil }
    self = era
  }

  /// The era of a name (`令和`) or letter (`R`).
  init?(_ text: some StringProtocol) {
    guard
      let era = Self.allCases.first(where: {
        $0.name == text || String($0.letter) == text.uppercased()
      })
    else { return nil }
    self = era
  }

  /// The year of the era in which a date lies, 1 for its first.
  public func year(of date: CalendarDate) -> Int { date.year - yearZero }

  /// The date of a year, month and day of this era; `nil` where the era does not hold it.
  public func date(year: Int, month: Int, day: Int) -> CalendarDate? {
    guard let date = CalendarDate(year: yearZero + year, month: month, day: day), year > 0,
      JapaneseEra(containing: date) == self
    else { return nil }
    return date
  }

  /// Orders by time.
  public static func < (left: JapaneseEra, right: JapaneseEra) -> Bool {
    left.rawValue < right.rawValue
  }

  private func begins(by date: CalendarDate) -> Bool {
    Self.starts[rawValue] <= (date.year, date.month, date.day)
  }
}
