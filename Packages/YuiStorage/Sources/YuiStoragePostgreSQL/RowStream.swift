import CLibPQ
import YuiStorage

/// The rows of a statement, one at a time.
final class RowStream: RowSource {
  private(set) var generation = 0
  private(set) var changedRows = 0
  let statement: String
  private var row: ResultHandle?
  private var kept: ArraySlice<ResultHandle> = []
  private var hasCheckedTypes = false

  enum Part {
    case row, end
  }

  init(of statement: PreparedStatement) {
    self.statement = statement.text
  }

  /// Stands at the next row, or takes what was done in all.
  func take(_ part: ResultHandle, by role: ConnectionRole) throws -> Part {
    generation &+= 1
    switch part.status {
    case PGRES_SINGLE_TUPLE:
      if !hasCheckedTypes { try checkTypes(of: part) }
      row = part
      return .row
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
      row = nil
      changedRows = part.changedRows
      return .end
    default:
      row = nil
      throw PostgreSQLError.make(part, context: statement, by: role)
    }
  }

  func end() {
    generation &+= 1
    row = nil
  }

  // MARK: Rows in memory

  func keep(_ parts: [ResultHandle]) {
    kept = parts[...]
  }

  func takeKept() -> ResultHandle? { kept.popFirst() }

  // MARK: Columns

  var columnCount: Int { row.map { Int(PQnfields($0.pointer)) } ?? 0 }

  func value(_ column: Int) -> SQLValue {
    guard let result = row?.pointer else { return .null }
    let column = Int32(column)
    guard PQgetisnull(result, 0, column) == 0, let start = PQgetvalue(result, 0, column) else {
      return .null
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, 0, column)))
    switch PQftype(result, column) {
    case DataType.bigint: return .integer(Self.number(bytes, Int64.self))
    case DataType.integer: return .integer(Int64(Self.number(bytes, Int32.self)))
    case DataType.smallint: return .integer(Int64(Self.number(bytes, Int16.self)))
    case DataType.bool: return .integer(bytes.first == 0 ? 0 : 1)
    case DataType.doublePrecision:
      return .real(Double(bitPattern: Self.number(bytes, UInt64.self)))
    case DataType.bytea: return .blob([UInt8](bytes))
    default: return .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Numbers come with their first byte first.
  private static func number<Number: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ type: Number.Type
  ) -> Number {
    bytes.reduce(0) { number, byte in number << 8 | Number(truncatingIfNeeded: byte) }
  }

  private static let known: Set<Oid> = [
    DataType.bigint, DataType.integer, DataType.smallint, DataType.bool, DataType.doublePrecision,
    DataType.bytea, DataType.text, DataType.name, DataType.unknown,
  ]

  private func checkTypes(of result: ResultHandle) throws {
    for column in 0..<PQnfields(result.pointer)
    where !Self.known.contains(PQftype(result.pointer, column)) {
      throw StoreError(
        .wrongType,
        "column \(column) is of a type that SQLite has not: CAST it, as a SUM of BIGINT",
        context: statement)
    }
    hasCheckedTypes = true
  }
}
