public import YuiText

/// A value of a table that is written: what a spreadsheet or JSON knows by its kind, CSV as text.
public enum TableValue: Sendable, Hashable {
  /// No value.
  case empty
  /// A text, kept to the letter.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// `true` or `false`.
  case bool(Bool)
  /// A day.
  case date(CalendarDate)

  /// A text, or no value.
  public init(_ text: String?) { self = text.map(TableValue.text) ?? .empty }
  /// A whole number, or no value.
  public init(_ number: Int?) { self = number.map(TableValue.integer) ?? .empty }
  /// A number, or no value.
  public init(_ number: Double?) { self = number.map(TableValue.number) ?? .empty }
  /// A day, or no value.
  public init(_ date: CalendarDate?) { self = date.map(TableValue.date) ?? .empty }

  /// The cell of a column as the value that its kind says; as text where it is none.
  package init(cell text: String, kind: DatasetColumn.Kind) {
    guard !text.isEmpty else {
      self = .empty
      return
    }
    let value: TableValue? =
      switch kind {
      case .text: nil
      case .number:
        // Only where the number is written as it would be again.
        Int(text).flatMap { String($0) == text ? .integer($0) : nil }
          ?? Double(text).flatMap { DecimalText.write($0) == text ? .number($0) : nil }
      case .date: CalendarDate(iso: text).map(TableValue.date)
      }
    self = value ?? .text(text)
  }

  /// The value as it stands in CSV.
  public var text: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? DecimalText.write(number) : ""
    case .bool(let value): value ? "true" : "false"
    case .date(let date): date.iso
    }
  }
}
