import YuiTransparencyLog

extension Store {
  /// Counts and hashes the rows of every table, of one state; takes as long as reading them all.
  ///
  /// - Parameter counted: Is told now and then how many rows it has been.
  package func contents(counted: (Int) throws -> Void = { _ in }) throws -> StoreContents {
    try read { snapshot in
      var rows = 0
      return StoreContents(
        try snapshot.copiedTables().map { table in
          var digest = TableDigest(table)
          try snapshot.forEachRow(of: table) { values in
            digest.append(values)
            rows += 1
            if rows % 1_000 == 0 { try counted(rows) }
          }
          return digest.finish()
        })
    }
  }
}

extension Snapshot {
  /// The tables that belong to the data: all but the store's note about itself.
  func copiedTables() throws -> [StoredTable] {
    try tables().filter { $0.name.text != "yui_store" }
  }

  /// Reads a table in the order of its key, by code points on every engine.
  func forEachRow(of table: StoredTable, _ body: ([SQLValue]) throws -> Void) throws {
    let columns = SQL.joined(table.values.map(SQL.name), separator: ", ")
    let order = SQL.joined(
      table.key.map { "\(SQL.name($0)) NULLS FIRST" }, separator: ", ")
    try forEach("SELECT \(columns) FROM \(SQL.name(table.name)) ORDER BY \(order)") { row in
      try body(try table.values.indices.map { try row.value($0) })
    }
  }
}

extension StoredTable {
  /// The columns that tell a row, in an order that is the same on every engine.
  var values: [SQLName] {
    switch content {
    case .rows: columns
    case .texts: Self.names("id", "folded")
    case .boxes: Self.names("id", "west", "south", "east", "north")
    }
  }

  private static func names(_ names: StaticString...) -> [SQLName] { names.map { SQLName($0) } }
}

/// Hashes the rows of one table.
struct TableDigest {
  private let name: String
  private var rows = 0
  private var hash = SHA256.Stream()

  init(_ table: StoredTable) {
    name = table.name.text
    append(table.values.map { .text($0.text) })
    rows = 0
  }

  mutating func append(_ values: [SQLValue]) {
    var row = CanonicalBytes()
    for value in values { row.append(value) }
    hash.update(row.bytes)
    rows += 1
  }

  func finish() -> StoreContents.Table {
    StoreContents.Table(name: name, rows: rows, digest: hash.finish())
  }
}
