extension Store {
  /// Copies every row, as they are now, into a store on this or another engine, and compares the
  /// two afterwards.
  ///
  /// The target was created and brought to the same state by the same migrations, and nobody uses
  /// it yet: what it holds is replaced. It keeps an epoch of its own. A row that points to a later
  /// one of its own table is kept in memory until that one is there.
  ///
  /// - Parameter progress: Is told now and then how far it is; comparing is the second half. What it
  ///   throws ends the copy.
  /// - Returns: What both stores hold.
  /// - Throws: ``StoreError/Code/misuse`` where the two are not at the same state,
  ///   ``StoreError/Code/corrupt`` where what arrived is not what was sent.
  @discardableResult
  package func copy(
    into target: Store, progress: (BackupProgress) throws -> Void = { _ in }
  ) throws -> StoreContents {
    // Runs again from the start where the connection broke, so it begins with an empty target.
    let (sent, rows) = try read { snapshot in
      let tables = try Self.tables(of: snapshot, inOrderOf: target)
      try target.empty()
      let total = try tables.reduce(0) { try $0 + snapshot.count($1) }
      var done = 0
      let contents = try tables.map { table in
        var digest = TableDigest(table)
        var writer = TableWriter(table, target)
        try snapshot.forEachRow(of: table) { values in
          digest.append(values)
          try writer.append(values)
          done += 1
          if done % 1_000 == 0 { try progress(BackupProgress(done: done, total: 2 * total)) }
        }
        try writer.finish()
        return digest.finish()
      }
      return (StoreContents(contents), total)
    }
    let arrived = try target.contents { compared in
      try progress(BackupProgress(done: rows + compared, total: 2 * rows))
    }
    let differences = sent.differences(from: arrived)
    guard differences.isEmpty else {
      throw StoreError(
        .corrupt, "the copy is not the same in \(differences.joined(separator: ", "))",
        context: target.name)
    }
    try target.refreshStatistics()
    try progress(BackupProgress(done: 2 * rows, total: 2 * rows))
    return sent
  }

  /// The tables in the order in which the target made them, so that a row comes after those of
  /// other tables that it points to.
  private static func tables(
    of snapshot: Snapshot, inOrderOf target: Store
  ) throws -> [StoredTable] {
    let (wanted, steps) = try target.read { (try $0.copiedTables(), try $0.migrations()) }
    let tables = try snapshot.copiedTables()
    guard Set(tables) == Set(wanted), try snapshot.migrations() == steps else {
      throw StoreError(
        .misuse, "the copy was not made by the same migrations", context: target.name)
    }
    return wanted
  }

  /// Removes all rows, the youngest table's first.
  private func empty() throws {
    let tables = try read { try $0.copiedTables() }
    try write { transaction in
      for table in tables.reversed() { try transaction.empty(table) }
    }
  }
}

extension Snapshot {
  fileprivate func count(_ table: StoredTable) throws -> Int {
    try first("SELECT COUNT(*) FROM \(SQL.name(table.name))") { try $0.int(0) } ?? 0
  }

  /// The steps that were applied, without their times.
  fileprivate func migrations() throws -> [String] {
    try all("SELECT component, number, name FROM yui_migrations ORDER BY component, number") {
      "\(try $0.text(0)) \(try $0.int(1)) \(try $0.text(2))"
    }
  }
}

extension Transaction {
  fileprivate func empty(_ table: StoredTable) throws {
    let name = SQL.name(table.name)
    switch table.content {
    case .rows: try execute("DELETE FROM \(name)")
    case .texts:
      for id in try all("SELECT id FROM \(name)", { try $0.text(0) }) {
        try guarded(name) { try connection.setText(nil, of: id, in: table.name) }
      }
    case .boxes:
      for id in try all("SELECT id FROM \(name)", { try $0.text(0) }) {
        try guarded(name) { try connection.setBox(nil, of: id, in: table.name) }
      }
    }
  }
}
