public import YuiStorage
import Synchronization

/// What was asked of the stores of a test, and which of it goes through a whole table.
///
/// ```swift
/// let recorder = StatementRecorder()
/// let stores = try TestStores(engine, recording: recorder)
/// // fill the tables, then
/// recorder.reset()
/// _ = try client.get("/staff/reviews")
/// #expect(try recorder.scans(in: store, except: ["reviews_services"]) == [])
/// ```
public final class StatementRecorder: Sendable {
  private let statements = Mutex<[StatementShape: SQL]>([:])

  /// Creates a recorder that has seen nothing.
  public init() {}

  /// Forgets what was asked so far.
  public func reset() {
    statements.withLock { $0 = [:] }
  }

  /// How many different statements were asked.
  public var count: Int { statements.withLock { $0.count } }

  func record(_ sql: SQL) {
    statements.withLock { $0[StatementShape(sql.segments)] = sql }
  }

  /// Asks the database how it would run each statement, with the values that it was run with;
  /// returns those that go through a table from end to end.
  ///
  /// Rows taken in the order of an index up to a `LIMIT` are no such statement. PostgreSQL is kept
  /// from going through a table where it has a choice, since it rightly does so for a few rows.
  ///
  /// - Parameters:
  ///   - store: The store, filled so that a plan matters.
  ///   - small: Tables that may be gone through, since they do not grow with use.
  public func scans(in store: Store, except small: Set<String>) throws -> [String] {
    try store.refreshStatistics()
    let recorded = statements.withLock { Array($0.values) }
    return try Explainer(store).explaining { explainer in
      try recorded.compactMap { sql in
        guard let plan = try explainer.plan(of: sql) else { return nil }
        let scanned = plan.scannedTables.filter { !small.contains($0) }
        return scanned.isEmpty ? nil : "\(scanned.joined(separator: ", ")): \(sql.shape)\n\(plan)"
      }.sorted()
    }
  }
}
