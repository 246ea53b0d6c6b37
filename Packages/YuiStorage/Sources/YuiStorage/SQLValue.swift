/// A value as a database holds it.
public enum SQLValue: Sendable, Hashable {
  /// No value.
  case null
  /// A whole number of 64 bits.
  case integer(Int64)
  /// A number of double precision.
  case real(Double)
  /// Text, stored as UTF-8; one with a NUL character is refused, since PostgreSQL stores none.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}
