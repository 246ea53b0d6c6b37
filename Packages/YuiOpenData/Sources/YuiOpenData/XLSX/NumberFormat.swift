/// What a number means by the format in which a spreadsheet shows it.
enum NumberFormat: Hashable {
  case number
  case date
  /// A year and a month: what becomes of `2026-04` when it is typed into a spreadsheet.
  case month
  case dateAndTime
  case time
  /// Hours that do not end at 24.
  case duration

  /// The format of a number that is built in (ECMA-376-1, 18.8.30, with those of Japanese).
  init(builtIn id: Int) {
    switch id {
    case 14...16, 27...31, 35, 36, 50, 51, 53, 54, 56...58: self = .date
    case 17, 34, 52, 55: self = .month
    case 18...21, 32, 33, 45, 47: self = .time
    case 22: self = .dateAndTime
    case 46: self = .duration
    default: self = .number
    }
  }

  /// The format of a code such as `[$-411]ggge"年"m"月"d"日"` (ECMA-376-1, 18.8.31).
  init(code: String) {
    let parts = NumberFormatParts(code)
    switch (parts.hasYear, parts.hasMonth, parts.hasDay, parts.hasTime) {
    case _ where parts.isElapsed: self = .duration
    case (_, _, true, true), (_, true, _, true), (true, _, _, true): self = .dateAndTime
    case (true, true, false, false): self = .month
    case (_, _, true, false), (_, true, _, false), (true, _, _, false): self = .date
    case (false, false, false, true): self = .time
    case (false, false, false, false): self = .number
    }
  }
}
