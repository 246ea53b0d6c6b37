/// One row of a result, valid only while its closure runs.
///
/// Columns count from 0. A column of another type throws ``StoreError/Code/wrongType``, a missing
/// value too; the `…OrNil` forms return `nil` for it.
public struct Row {
  private let source: any RowSource
  private let generation: Int

  package init(_ source: any RowSource) {
    self.source = source
    generation = source.generation
  }

  /// Returns the value of a column as it is stored.
  public func value(_ column: Int) throws -> SQLValue {
    guard source.generation == generation else {
      throw StoreError(.misuse, "a row was used after its closure")
    }
    guard 0..<source.columnCount ~= column else {
      throw StoreError(.misuse, "there is no column \(column)", context: source.statement)
    }
    return source.value(column)
  }

  /// Returns a whole number, or `nil` where there is no value.
  public func int64OrNil(_ column: Int) throws -> Int64? {
    switch try value(column) {
    case .integer(let number): number
    case .null: nil
    case let other: throw wrongType(column, other, "an integer")
    }
  }

  /// Returns a number, whole or not, or `nil` where there is no value.
  public func doubleOrNil(_ column: Int) throws -> Double? {
    switch try value(column) {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .null: nil
    case let other: throw wrongType(column, other, "a number")
    }
  }

  /// Returns a text, or `nil` where there is no value.
  public func textOrNil(_ column: Int) throws -> String? {
    switch try value(column) {
    case .text(let text): text
    case .null: nil
    case let other: throw wrongType(column, other, "text")
    }
  }

  /// Returns bytes, or `nil` where there is no value.
  public func blobOrNil(_ column: Int) throws -> [UInt8]? {
    switch try value(column) {
    case .blob(let bytes): bytes
    case .null: nil
    case let other: throw wrongType(column, other, "bytes")
    }
  }

  func wrongType(_ column: Int, _ value: SQLValue, _ wanted: String) -> StoreError {
    let found =
      switch value {
      case .null: "nothing"
      case .integer: "an integer"
      case .real: "a real number"
      case .text: "text"
      case .blob: "bytes"
      }
    return StoreError(
      .wrongType, "column \(column) holds \(found), not \(wanted)", context: source.statement)
  }

  func present<Value>(_ column: Int, _ wanted: String, _ value: Value?) throws -> Value {
    guard let value else { throw wrongType(column, .null, wanted) }
    return value
  }
}
