/// Writes the rows of one table into a store, in transactions of bounded size.
struct TableWriter {
  private static let rowLimit = 1_000
  private static let byteLimit = 4 << 20
  /// How many values a statement binds: SQLite takes 32,766.
  private static let valueLimit = 1_000

  private let table: StoredTable
  private let target: Store
  private var slice: [[SQLValue]] = []
  private var bytes = 0
  /// Rows that point to one of their own table which has not come yet.
  private var early: [[SQLValue]] = []

  init(_ table: StoredTable, _ target: Store) {
    (self.table, self.target) = (table, target)
  }

  mutating func append(_ row: [SQLValue]) throws {
    slice.append(row)
    bytes += row.reduce(0) { $0 + $1.byteCount }
    if slice.count >= Self.rowLimit || bytes >= Self.byteLimit { try flush() }
  }

  mutating func finish() throws {
    try flush()
    while !early.isEmpty {
      let waiting = early
      early = try insertEach(waiting)
      guard early.count < waiting.count else {
        throw StoreError(
          .foreignKeyConstraint, "\(early.count) rows point to others that are not there",
          context: table.name.text)
      }
    }
  }

  private mutating func flush() throws {
    guard !slice.isEmpty else { return }
    do {
      try insert(slice)
    } catch let error as StoreError where error.code == .foreignKeyConstraint {
      early += try insertEach(slice)
    }
    (slice, bytes) = ([], 0)
  }

  private func insert(_ rows: [[SQLValue]]) throws {
    let table = table
    let rowsAtOnce = max(1, Self.valueLimit / table.values.count)
    try target.write { transaction in
      switch table.content {
      case .rows:
        for start in stride(from: 0, to: rows.count, by: rowsAtOnce) {
          try transaction.execute(
            table.insertion(of: rows[start..<min(start + rowsAtOnce, rows.count)]))
        }
      case .texts, .boxes:
        for row in rows { try transaction.setEntry(row, of: table) }
      }
    }
  }

  /// Inserts what can be; returns the rows that point to others which are not there.
  private func insertEach(_ rows: [[SQLValue]]) throws -> [[SQLValue]] {
    let table = table
    return try target.write { transaction in
      try rows.filter { row in
        try !transaction.succeeds(table.insertion(of: [row]))
      }
    }
  }
}

extension StoredTable {
  fileprivate func insertion(of rows: some Collection<[SQLValue]>) -> SQL {
    let columns = SQL.joined(values.map(SQL.name), separator: ", ")
    let tuples = rows.map { row in
      "(\(SQL.joined(row.map { "\($0)" }, separator: ", ")))" as SQL
    }
    return """
      INSERT INTO \(SQL.name(name)) (\(columns)) VALUES \(SQL.joined(tuples, separator: ", "))
      """
  }
}

extension Transaction {
  /// Runs a statement that may point to a missing row: without effect then, and the transaction
  /// goes on.
  fileprivate func succeeds(_ sql: SQL) throws -> Bool {
    try connection.setSavepoint()
    do {
      try connection.run(sql) { _ in true }
      try connection.releaseSavepoint()
      return true
    } catch {
      try connection.rollbackToSavepoint()
      guard (error as? StoreError)?.code == .foreignKeyConstraint else { throw error }
      return false
    }
  }

  /// Stores an entry of an index, from what ``StoredTable/values`` names.
  fileprivate func setEntry(_ row: [SQLValue], of table: StoredTable) throws {
    let (index, id) = (table.name, try row[0].text)
    try guarded(SQL.name(index)) {
      if table.content == .texts {
        try connection.setText(IndexedText(folded: try row[1].text), of: id, in: index)
      } else {
        let edges = try row.dropFirst().map { try $0.number }
        let box = BoundingBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
        try connection.setBox(box, of: id, in: index)
      }
    }
  }
}

extension SQLValue {
  fileprivate var text: String {
    get throws {
      guard case .text(let text) = self else { throw StoreError(.wrongType, "no text") }
      return text
    }
  }

  fileprivate var number: Double {
    get throws {
      guard case .real(let number) = self else { throw StoreError(.wrongType, "no number") }
      return number
    }
  }

  fileprivate var byteCount: Int {
    switch self {
    case .null, .integer, .real: 8
    case .text(let text): text.utf8.count
    case .blob(let bytes): bytes.count
    }
  }
}
