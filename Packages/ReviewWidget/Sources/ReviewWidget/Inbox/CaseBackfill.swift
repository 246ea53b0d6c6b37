import YuiStorage
import YuiTenancy
import YuiText

/// Opens cases for the comments that were there before there were cases, a slice at a time.
enum CaseBackfill {
  static let task = ModuleTask("open-cases", every: 3600) { store, clock in
    try run(in: store, at: clock.now(), limit: 500)
  }

  /// How far it is; its row goes when everything is done.
  static let table: SQL = "CREATE TABLE reviews_case_backfill (after_id TEXT PRIMARY KEY)"
  static let start: SQL = "INSERT INTO reviews_case_backfill (after_id) VALUES ('')"

  /// Opens the cases of some responses; true where there are more.
  static func run(in store: Store, at now: Timestamp, limit: Int) throws -> Bool {
    let slice = try store.read { snapshot -> (after: String, found: [ReviewResponse])? in
      let after = try snapshot.first("SELECT after_id FROM reviews_case_backfill") { row in
        try row.text(0)
      }
      guard let after else { return nil }
      return (after, try ResponseStore.page(after: after, limit: limit, in: snapshot))
    }
    guard let (after, found) = slice else { return false }
    try store.write { transaction in
      try ReviewCases.open(found, at: now, in: transaction)
      if let last = found.last, found.count == limit {
        try transaction.execute(
          "UPDATE reviews_case_backfill SET after_id = \(last.id) WHERE after_id = \(after)")
      } else {
        try transaction.execute("DELETE FROM reviews_case_backfill WHERE after_id = \(after)")
      }
    }
    return found.count == limit
  }
}
