public import YuiText

/// A date as it was typed into three boxes: year, month, day.
public struct DateEntry: Sendable, Hashable {
  /// What stands in the box of the year.
  public var year: String
  /// What stands in the box of the month.
  public var month: String
  /// What stands in the box of the day.
  public var day: String

  /// Takes what was typed.
  public init(year: String = "", month: String = "", day: String = "") {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Shows a date.
  public init(_ date: CalendarDate) {
    self.init(year: "\(date.year)", month: "\(date.month)", day: "\(date.day)")
  }

  /// Takes what was sent for a field; `value` tells the text of each of its boxes.
  public init(named name: String, in value: (String) -> String?) {
    self.init(
      year: value("\(name)-year") ?? "", month: value("\(name)-month") ?? "",
      day: value("\(name)-day") ?? "")
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool {
    [year, month, day].allSatisfy { $0.trimmingWhitespace.isEmpty }
  }

  /// The date, also of wide digits; nil where there is none.
  public var date: CalendarDate? {
    let numbers = [year, month, day].map { Int(TextFolding.fold($0)) }
    guard let year = numbers[0], let month = numbers[1], let day = numbers[2] else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
