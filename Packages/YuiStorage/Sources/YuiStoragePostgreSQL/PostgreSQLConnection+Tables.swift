import YuiStorage

extension PostgreSQLConnection {
  func tables() throws -> [StoredTable] {
    let columns = try columns()
    let keys = try keys()
    return try kinds().map { table in
      var names = columns[table.name] ?? []
      // What is derived from the text is made anew where it is copied to.
      if table.content == .texts { names.removeAll { $0.text == "tokens" } }
      return StoredTable(
        name: table.name, content: table.content, columns: names, key: keys[table.name] ?? [])
    }
  }

  private func kinds() throws -> [(name: SQLName, content: StoredTable.Content)] {
    var tables: [(name: SQLName, content: StoredTable.Content)] = []
    try run(
      """
      SELECT tables.relname,
        EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = tables.oid
          AND attname = 'tokens' AND atttypid = CAST('TEXT[]' AS REGTYPE)),
        EXISTS (SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
          JOIN pg_am ON pg_am.oid = relam WHERE indrelid = tables.oid AND amname = 'gist')
      FROM pg_class AS tables
      WHERE tables.relnamespace = CAST(quote_ident(current_schema()) AS REGNAMESPACE)
        AND tables.relkind = 'r'
      ORDER BY tables.oid
      """, guardedBy: nil
    ) { row in
      let content: StoredTable.Content =
        try row.bool(1) ? .texts : try row.bool(2) ? .boxes : .rows
      tables.append((try plain(row.text(0)), content))
      return true
    }
    return tables
  }

  private func columns() throws -> [SQLName: [SQLName]] {
    try lists(
      """
      SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      WHERE relnamespace = CAST(quote_ident(current_schema()) AS REGNAMESPACE)
        AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
      ORDER BY attrelid, attnum
      """)
  }

  private func keys() throws -> [SQLName: [SQLName]] {
    try lists(
      """
      SELECT relname, attname FROM pg_index
      JOIN pg_class ON pg_class.oid = indrelid
      CROSS JOIN LATERAL unnest(indkey) WITH ORDINALITY AS key (number, place)
      JOIN pg_attribute ON attrelid = indrelid AND attnum = key.number
      WHERE relnamespace = CAST(quote_ident(current_schema()) AS REGNAMESPACE) AND indisprimary
      ORDER BY indrelid, key.place
      """)
  }

  private func lists(_ sql: SQL) throws -> [SQLName: [SQLName]] {
    var lists: [SQLName: [SQLName]] = [:]
    try run(sql, guardedBy: nil) { row in
      lists[try plain(row.text(0)), default: []].append(try plain(row.text(1)))
      return true
    }
    return lists
  }

  private func plain(_ name: String) throws -> SQLName {
    guard let plain = SQLName(name) else {
      throw StoreError(
        .corrupt, "the name of a table or column is none of ours", context: context)
    }
    return plain
  }
}
