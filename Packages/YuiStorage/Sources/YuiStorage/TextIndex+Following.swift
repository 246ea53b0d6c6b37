extension TextIndex {
  /// Indexes some of the rows that wait and returns how many that were.
  ///
  /// Reading and folding happen on the calling thread; the write is one short transaction. A row
  /// noted again meanwhile stays noted. A task calls this until it returns 0.
  ///
  /// - Parameters:
  ///   - store: The store that holds the index.
  ///   - limit: How many rows are indexed at most.
  ///   - text: Returns the text of a row, or `nil` if it has none or is gone.
  @discardableResult
  public func follow(
    in store: Store, limit: Int = 200, text: (String, Snapshot) throws -> String?
  ) throws -> Int {
    let noted = try store.read { snapshot in
      try snapshot.all(
        "SELECT id, mark FROM \(table)_queue LIMIT \(limit)"
      ) { (id: try $0.text(0), mark: try $0.int64(1)) }.map { row in
        let text = try text(row.id, snapshot)
        return Noted(id: row.id, mark: row.mark, text: text.map { IndexedText($0) })
      }
    }
    if noted.isEmpty { return 0 }
    try store.write { transaction in
      for row in noted {
        let isCurrent =
          try transaction.execute(
            "DELETE FROM \(table)_queue WHERE id = \(row.id) AND mark = \(row.mark)") == 1
        if isCurrent { try index(row.text, of: row.id, in: transaction) }
      }
    }
    return noted.count
  }
}

/// A row that waits, with its text as it was read.
private struct Noted: Sendable {
  let id: String
  let mark: Int64
  let text: IndexedText?
}
