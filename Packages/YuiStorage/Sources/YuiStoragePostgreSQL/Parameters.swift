import CLibPQ
import YuiStorage

/// The values of a statement as libpq takes them: bytes as they are, everything else as text.
struct Parameters {
  /// All values one after the other, each text with the NUL that ends it.
  private var characters: [CChar] = []
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  /// The server's type for each; 0 where there is no value, and the server has to find out.
  private(set) var types: [Oid] = []

  /// - Throws: ``StoreError/Code/checkConstraint`` for a text with a NUL character, which
  ///   PostgreSQL does not store.
  init(_ sql: SQL) throws {
    for case .value(let value) in sql.segments {
      switch value {
      case .null: appendNothing()
      // As in SQLite, what is no number is no value.
      case .real(let number) where number.isNaN: appendNothing()
      case .integer(let number): append(number.description.utf8CString, DataType.bigint)
      case .real(let number): append(number.description.utf8CString, DataType.doublePrecision)
      case .text(let text):
        guard !text.utf8.contains(0) else {
          throw StoreError(
            .checkConstraint, "a text holds a NUL character", context: sql.shape)
        }
        append(text.utf8CString, DataType.text)
      case .blob(let bytes):
        append(bytes.lazy.map { CChar(bitPattern: $0) }, DataType.bytea, format: 1)
      }
    }
    // Never empty, so that even no bytes have an address, which tells them from no value.
    characters.append(0)
  }

  var count: Int { types.count }

  private mutating func appendNothing() {
    starts.append(nil)
    lengths.append(0)
    formats.append(0)
    types.append(0)
  }

  private mutating func append(
    _ value: some Collection<CChar>, _ type: Oid, format: Int32 = 0
  ) {
    starts.append(characters.count)
    lengths.append(Int32(value.count))
    formats.append(format)
    types.append(type)
    characters += value
  }

  /// Lends the lists of values, lengths and formats.
  func withCLists<Result>(
    _ body: (
      UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    characters.withUnsafeBufferPointer { characters in
      body(
        starts.map { start in start.flatMap { characters.baseAddress?.advanced(by: $0) } },
        lengths, formats)
    }
  }
}

/// The types of PostgreSQL that the shared subset of SQL yields (`pg_type.dat`).
enum DataType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let name: Oid = 19
  static let bigint: Oid = 20
  static let smallint: Oid = 21
  static let integer: Oid = 23
  static let text: Oid = 25
  static let doublePrecision: Oid = 701
  static let unknown: Oid = 705
}
