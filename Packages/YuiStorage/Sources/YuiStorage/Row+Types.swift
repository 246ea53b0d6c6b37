public import YuiText

extension Row {
  /// Returns a whole number.
  public func int64(_ column: Int) throws -> Int64 {
    try present(column, "an integer", int64OrNil(column))
  }

  /// Returns a whole number.
  public func int(_ column: Int) throws -> Int {
    Int(try int64(column))
  }

  /// Returns a whole number, or `nil` where there is no value.
  public func intOrNil(_ column: Int) throws -> Int? {
    try int64OrNil(column).map(Int.init)
  }

  /// Returns a truth, stored as 0 or 1.
  public func bool(_ column: Int) throws -> Bool {
    try present(column, "0 or 1", boolOrNil(column))
  }

  /// Returns a truth, stored as 0 or 1, or `nil` where there is no value.
  public func boolOrNil(_ column: Int) throws -> Bool? {
    try parsed(column, int64OrNil(column), "0 or 1") { [0: false, 1: true][$0] }
  }

  /// Returns a number, whole or not.
  public func double(_ column: Int) throws -> Double {
    try present(column, "a number", doubleOrNil(column))
  }

  /// Returns a text.
  public func text(_ column: Int) throws -> String {
    try present(column, "text", textOrNil(column))
  }

  /// Returns bytes.
  public func blob(_ column: Int) throws -> [UInt8] {
    try present(column, "bytes", blobOrNil(column))
  }

  /// Returns a moment, stored as milliseconds.
  public func timestamp(_ column: Int) throws -> Timestamp {
    Timestamp(milliseconds: try int64(column))
  }

  /// Returns a moment, stored as milliseconds, or `nil` where there is no value.
  public func timestampOrNil(_ column: Int) throws -> Timestamp? {
    try int64OrNil(column).map(Timestamp.init(milliseconds:))
  }

  /// Returns a date, stored as ISO 8601 text.
  public func date(_ column: Int) throws -> CalendarDate {
    try present(column, "a date", dateOrNil(column))
  }

  /// Returns a date, stored as ISO 8601 text, or `nil` where there is no value.
  public func dateOrNil(_ column: Int) throws -> CalendarDate? {
    try parsed(column, textOrNil(column), "a date") { CalendarDate(iso: $0) }
  }

  /// Returns a month, stored as ISO 8601 text.
  public func month(_ column: Int) throws -> YearMonth {
    try present(column, "a month", monthOrNil(column))
  }

  /// Returns a month, stored as ISO 8601 text, or `nil` where there is no value.
  public func monthOrNil(_ column: Int) throws -> YearMonth? {
    try parsed(column, textOrNil(column), "a month") { YearMonth(iso: $0) }
  }

  /// Returns an id.
  public func uuid(_ column: Int) throws -> UUIDv7 {
    try present(column, "an id", uuidOrNil(column))
  }

  /// Returns an id, or `nil` where there is no value.
  public func uuidOrNil(_ column: Int) throws -> UUIDv7? {
    try parsed(column, textOrNil(column), "an id") { UUIDv7($0) }
  }

  /// Returns a case of an enumeration of strings: `try row.value(2, as: Kind.self)`.
  public func value<Value: RawRepresentable<String>>(
    _ column: Int, as type: Value.Type
  ) throws -> Value {
    try present(column, "a \(type)", valueOrNil(column, as: type))
  }

  /// Returns a case of an enumeration of strings, or `nil` where there is no value.
  public func valueOrNil<Value: RawRepresentable<String>>(
    _ column: Int, as type: Value.Type
  ) throws -> Value? {
    try parsed(column, textOrNil(column), "a \(type)") { Value(rawValue: $0) }
  }

  private func parsed<Stored, Value>(
    _ column: Int, _ stored: Stored?, _ wanted: String, _ parse: (Stored) -> Value?
  ) throws -> Value? {
    guard let stored else { return nil }
    guard let value = parse(stored) else {
      throw wrongType(column, try value(column), wanted)
    }
    return value
  }
}
