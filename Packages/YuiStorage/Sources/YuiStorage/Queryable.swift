/// What can be asked with SQL: a ``Snapshot`` or a ``Transaction``.
///
/// ```swift
/// let names = try snapshot.all("SELECT name FROM services ORDER BY name") { try $0.text(0) }
/// ```
public protocol Queryable {
  /// Calls `body` with each row, in order.
  func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws

  /// Returns what `map` makes of the first row, or `nil` without one; reads no further row.
  func first<Value>(_ sql: SQL, _ map: (Row) throws -> Value) throws -> Value?
}

extension Queryable {
  /// Returns what `map` makes of each row, in order.
  public func all<Value>(_ sql: SQL, _ map: (Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try forEach(sql) { values.append(try map($0)) }
    return values
  }
}
