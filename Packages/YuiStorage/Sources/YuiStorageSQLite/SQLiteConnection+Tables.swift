import YuiStorage

extension SQLiteConnection {
  func tables() throws -> [StoredTable] {
    let objects = try objects()
    let names = Set(objects.map(\.name))
    // What an index keeps its entries in is named after it, with a suffix.
    let indexes = objects.filter(\.isVirtual).compactMap { index -> String? in
      let owner = index.name.dropLast(index.name.hasSuffix("_tree") ? 5 : 7)
      return names.contains(String(owner)) ? String(owner) : nil
    }
    return try objects.compactMap { object in
      let isDerived = indexes.contains {
        object.name.hasPrefix("\($0)_tokens") || object.name.hasPrefix("\($0)_tree")
      }
      guard !object.isVirtual, !isDerived else { return nil }
      return try table(object.name, isIndex: indexes.contains(object.name), names)
    }
  }

  private struct Object {
    let name: String
    let isVirtual: Bool
  }

  private func objects() throws -> [Object] {
    var objects: [Object] = []
    try unguarded(
      """
      SELECT name, sql LIKE 'CREATE VIRTUAL TABLE%' FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY rowid
      """
    ) { objects.append(Object(name: try $0.text(0), isVirtual: try $0.bool(1))) }
    return objects
  }

  private func table(_ name: String, isIndex: Bool, _ names: Set<String>) throws -> StoredTable {
    var columns: [SQLName] = []
    var key: [(position: Int, column: SQLName)] = []
    try unguarded("SELECT name, pk FROM pragma_table_info(\(name)) ORDER BY cid") { row in
      let column = try plain(try row.text(0))
      columns.append(column)
      if try row.int(1) > 0 { key.append((try row.int(1), column)) }
    }
    let content: StoredTable.Content =
      if !isIndex { .rows } else { names.contains(name + "_tree") ? .boxes : .texts }
    if isIndex {
      // The number ties a row to its entries in the index, and means nothing elsewhere.
      columns.removeAll { $0.text == "number" }
      key = columns.filter { $0.text == "id" }.map { (1, $0) }
    }
    return StoredTable(
      name: try plain(name), content: content, columns: columns,
      key: key.sorted { $0.position < $1.position }.map(\.column))
  }

  private func plain(_ name: String) throws -> SQLName {
    guard let plain = SQLName(name) else {
      throw StoreError(.corrupt, "the name of a table or column is none of ours", context: path)
    }
    return plain
  }
}
