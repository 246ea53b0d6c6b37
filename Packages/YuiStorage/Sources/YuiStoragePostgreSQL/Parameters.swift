import CLibPQ
import YuiStorage

/// The values of a statement as libpq takes them: bytes as they are, everything else as text.
struct Parameters {
  private enum Content {
    case none
    case text([CChar])
    case bytes([CChar])
  }

  private let contents: [Content]
  /// The server's type for each; 0 where there is no value, and the server has to find out.
  let types: [Oid]

  /// - Throws: ``StoreError/Code/checkConstraint`` for a text with a NUL character, which
  ///   PostgreSQL does not store.
  init(_ sql: SQL, context: String) throws {
    var contents: [Content] = []
    var types: [Oid] = []
    for case .value(let value) in sql.segments {
      let (content, type) = try Self.content(of: value, context: context)
      contents.append(content)
      types.append(type)
    }
    (self.contents, self.types) = (contents, types)
  }

  var count: Int { contents.count }

  private static func content(
    of value: SQLValue, context: String
  ) throws -> (Content, Oid) {
    switch value {
    case .null: return (.none, 0)
    case .integer(let number):
      return (.text(Array(number.description.utf8CString)), DataType.bigint)
    // As in SQLite, what is no number is no value.
    case .real(let number) where number.isNaN: return (.none, 0)
    case .real(let number):
      return (.text(Array(number.description.utf8CString)), DataType.doublePrecision)
    case .text(let text):
      let characters = Array(text.utf8CString)
      guard !characters.dropLast().contains(0) else {
        throw StoreError(.checkConstraint, "a text holds a NUL character", context: context)
      }
      return (.text(characters), DataType.text)
    case .blob(let bytes): return (.bytes(bytes.map { CChar(bitPattern: $0) }), DataType.bytea)
    }
  }

  /// Lends the lists of values, lengths and formats.
  func withCLists<Result>(
    _ body: (
      UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    var all: [CChar] = []
    var starts: [Int?] = []
    var lengths: [Int32] = []
    var formats: [Int32] = []
    for content in contents {
      switch content {
      case .none:
        starts.append(nil)
        lengths.append(0)
        formats.append(0)
      case .text(let characters):
        starts.append(all.count)
        lengths.append(0)
        formats.append(0)
        all += characters
      case .bytes(let bytes):
        starts.append(all.count)
        lengths.append(Int32(bytes.count))
        formats.append(1)
        all += bytes
      }
    }
    // Never empty, so that even no bytes have an address, which tells them from no value.
    all.append(0)
    return all.withUnsafeBufferPointer { characters in
      let values = starts.map { start in start.flatMap { characters.baseAddress?.advanced(by: $0) }
      }
      return body(values, lengths, formats)
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
