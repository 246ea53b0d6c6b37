public import YuiText

/// A value that can be interpolated into ``SQL``.
///
/// An enumeration of strings only has to say so: `enum Kind: String, SQLBindable`.
public protocol SQLBindable {
  /// The value as the database stores it.
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
  /// The value itself.
  public var sqlValue: SQLValue { self }
}

extension Int: SQLBindable {
  /// The number as 64 bits.
  public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
  /// The number itself.
  public var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLBindable {
  /// 1 for true, 0 for false.
  public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLBindable {
  /// The number itself; SQLite stores NaN as no value.
  public var sqlValue: SQLValue { .real(self) }
}

extension String: SQLBindable {
  /// The text itself.
  public var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLBindable {
  /// The bytes themselves.
  public var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  /// The wrapped value, or no value.
  public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLBindable where Self: RawRepresentable, RawValue == String {
  /// The raw value as text.
  public var sqlValue: SQLValue { .text(rawValue) }
}

extension Timestamp: SQLBindable {
  /// Milliseconds since 1970, as a number.
  public var sqlValue: SQLValue { .integer(milliseconds) }
}

extension CalendarDate: SQLBindable {
  /// The date as ISO 8601 text, which sorts by time.
  public var sqlValue: SQLValue { .text(iso) }
}

extension YearMonth: SQLBindable {
  /// The month as ISO 8601 text, which sorts by time.
  public var sqlValue: SQLValue { .text(iso) }
}

extension Language: SQLBindable {}

extension UUIDv7: SQLBindable {
  /// The id in its text form, which sorts by time.
  public var sqlValue: SQLValue { .text(description) }
}
