internal import YuiOpenData
package import YuiStorage
internal import YuiText

/// A file that was checked, from its check until its last row is stored.
struct StoredImport: Sendable {
  enum State: String, SQLBindable {
    /// Its parts are still being written: if that ends midway, it goes with time.
    case staging
    /// It waits for somebody to confirm it.
    case waiting
    /// It was accepted, and will be stored whatever happens.
    case running
    case done
    /// It met what its check had ruled out, and ended there.
    case stopped
  }

  let id: UUIDv7
  let module: String
  let dataset: String
  let fileName: String
  /// When it was checked, which is when its rows count as imported.
  let at: Timestamp
  var digest = ""
  var rows = 0
  var parts = 0
  var state = State.staging
  /// The part that is stored next.
  var nextPart = 0
  var counts = ImportCounts()
  /// Who accepted it.
  var actor: AuditActor?
  /// What its check found besides.
  var findings = ImportRemarks()
}

/// Files between their check and their last row: all their SQL.
package enum ImportStore {
  /// How long a file waits, and what became of it is known: a day.
  static let lifetime: Int64 = 24 * 3600

  package static let migrations = MigrationSet(
    "uploads",
    [
      Migration(
        1, "uploads",
        [
          """
          CREATE TABLE yui_uploads (
            id TEXT PRIMARY KEY,
            account TEXT NOT NULL,
            dataset TEXT NOT NULL,
            file_name TEXT NOT NULL,
            content BYTEA NOT NULL,
            created_at BIGINT NOT NULL
          )
          """
        ]),
      Migration(
        2, "imports in parts",
        [
          "DROP TABLE yui_uploads",
          """
          CREATE TABLE yui_imports (
            id TEXT PRIMARY KEY,
            module TEXT NOT NULL,
            dataset TEXT NOT NULL,
            file_name TEXT NOT NULL,
            account TEXT,
            digest TEXT NOT NULL,
            row_count BIGINT NOT NULL,
            parts BIGINT NOT NULL,
            state TEXT NOT NULL,
            next_part BIGINT NOT NULL,
            created BIGINT NOT NULL,
            updated BIGINT NOT NULL,
            unchanged BIGINT NOT NULL,
            actor_kind TEXT,
            actor_name TEXT,
            actor_id TEXT,
            checked_at BIGINT NOT NULL
          )
          """,
          """
          CREATE TABLE yui_import_parts (
            import TEXT NOT NULL REFERENCES yui_imports (id),
            part BIGINT NOT NULL,
            content BYTEA NOT NULL,
            PRIMARY KEY (import, part)
          )
          """,
        ]),
      Migration(
        3, "what a check found", ["ALTER TABLE yui_imports ADD COLUMN findings TEXT"]),
    ])

  // MARK: Staging

  /// Begins to keep a file.
  static func add(
    _ new: StoredImport, by account: UUIDv7?, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO yui_imports
        (id, module, dataset, file_name, account, digest, row_count, parts, state, next_part,
         created, updated, unchanged, checked_at)
      VALUES (\(new.id), \(new.module), \(new.dataset), \(new.fileName), \(account), '', 0, 0,
        \(new.state), 0, 0, 0, 0, \(new.at))
      """)
  }

  static func add(
    _ content: [UInt8], as part: Int, of id: UUIDv7, in transaction: Transaction
  ) throws {
    try transaction.execute(
      "INSERT INTO yui_import_parts (import, part, content) VALUES (\(id), \(part), \(content))")
  }

  /// The file is complete and waits to be confirmed.
  static func finishStaging(
    _ id: UUIDv7, digest: String, rows: Int, parts: Int, findings: ImportRemarks,
    in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      UPDATE yui_imports SET state = \(StoredImport.State.waiting), digest = \(digest),
        row_count = \(rows), parts = \(parts), findings = \(try findings.text)
      WHERE id = \(id)
      """)
  }

  // MARK: Running

  /// Accepts a file, whose rows from now on will be stored; false where it does not wait any more.
  static func start(
    _ id: UUIDv7, by actor: AuditActor, in transaction: Transaction
  ) throws -> Bool {
    try transaction.execute(
      """
      UPDATE yui_imports SET state = \(StoredImport.State.running),
        actor_kind = \(actor.kind.rawValue), actor_name = \(actor.name), actor_id = \(actor.id)
      WHERE id = \(id) AND state = \(StoredImport.State.waiting)
      """) == 1
  }

  /// Removes a part that is about to be stored, whose rows then take its place in the file.
  static func takePart(_ part: Int, of id: UUIDv7, in transaction: Transaction) throws {
    try transaction.execute(
      "DELETE FROM yui_import_parts WHERE import = \(id) AND part = \(part)")
  }

  /// Notes that a part is stored, and returns how far the import is by that.
  static func finishPart(
    _ part: Int, of id: UUIDv7, counts: ImportCounts, in transaction: Transaction
  ) throws -> StoredImport? {
    try transaction.execute(
      """
      UPDATE yui_imports SET next_part = \(part + 1), created = created + \(counts.created),
        updated = updated + \(counts.updated), unchanged = unchanged + \(counts.unchanged)
      WHERE id = \(id)
      """)
    return try stored(id, in: transaction)
  }

  static func end(_ id: UUIDv7, as state: StoredImport.State, in transaction: Transaction) throws {
    try transaction.execute("UPDATE yui_imports SET state = \(state) WHERE id = \(id)")
  }

  // MARK: Reading

  static func stored(_ id: UUIDv7, in source: some Queryable) throws -> StoredImport? {
    try source.first(selection + "WHERE id = \(id)", stored(from:))
  }

  /// A file that waits for this person to confirm it.
  static func waiting(
    _ id: UUIDv7, of account: UUIDv7, at now: Timestamp, in source: some Queryable
  ) throws -> StoredImport? {
    try source.first(
      selection
        + """
        WHERE id = \(id) AND account = \(account) AND state = \(StoredImport.State.waiting)
          AND checked_at >= \(now.adding(seconds: -lifetime))
        """, stored(from:))
  }

  /// The imports of a dataset that were accepted in the last day, the newest first.
  static func recent(
    _ dataset: any Dataset, of module: any Module, in source: some Queryable
  ) throws -> [StoredImport] {
    try source.all(
      selection
        + """
        WHERE module = \(module.identifier) AND dataset = \(dataset.definition.name)
          AND actor_kind IS NOT NULL
        ORDER BY checked_at DESC, id DESC LIMIT 20
        """, stored(from:))
  }

  /// Imports that were accepted and are not finished, the oldest first.
  static func unfinished(in source: some Queryable) throws -> [StoredImport] {
    try source.all(
      selection
        + "WHERE state = \(StoredImport.State.running) ORDER BY checked_at, id", stored(from:))
  }

  /// Whether a file of a dataset is being checked, waits to be confirmed, or is being stored.
  static func isUnderWay(
    _ dataset: String, at now: Timestamp, in source: some Queryable
  ) throws -> Bool {
    try source.first(
      """
      SELECT 1 FROM yui_imports
      WHERE dataset = \(dataset)
        AND (state = \(StoredImport.State.running)
          OR (state IN (\(StoredImport.State.staging), \(StoredImport.State.waiting))
            AND checked_at >= \(now.adding(seconds: -lifetime))))
      LIMIT 1
      """
    ) { _ in true } ?? false
  }

  static func part(_ part: Int, of id: UUIDv7, in source: some Queryable) throws -> [UInt8]? {
    try source.first(
      "SELECT content FROM yui_import_parts WHERE import = \(id) AND part = \(part)"
    ) { try $0.blob(0) }
  }

  // MARK: Cleaning up

  /// Files that nobody will ask for any more: those that waited too long, or were left while they
  /// were written, and those that a newer one of the same person replaces.
  static func outdated(
    at now: Timestamp, replacedBy account: UUIDv7?, in source: some Queryable
  ) throws -> [UUIDv7] {
    var replaced: SQL = "1 = 0"
    if let account {
      replaced = "account = \(account) AND state = \(StoredImport.State.waiting)"
    }
    return try source.all(
      """
      SELECT id FROM yui_imports
      WHERE (checked_at < \(now.adding(seconds: -lifetime))
          AND state <> \(StoredImport.State.running))
        OR (\(replaced))
      """
    ) { try $0.uuid(0) }
  }

  /// Removes a file, some parts at a time; true where there is more to remove.
  static func remove(_ id: UUIDv7, in transaction: Transaction) throws -> Bool {
    let removed = try transaction.execute(
      """
      DELETE FROM yui_import_parts WHERE import = \(id) AND part IN (
        SELECT part FROM yui_import_parts WHERE import = \(id) ORDER BY part LIMIT 50)
      """)
    if removed == 50 { return true }
    try transaction.execute("DELETE FROM yui_imports WHERE id = \(id)")
    return false
  }

  private static let selection: SQL =
    """
    SELECT id, module, dataset, file_name, checked_at, digest, row_count, parts, state, next_part,
      created, updated, unchanged, actor_kind, actor_name, actor_id, findings
    FROM yui_imports\u{20}
    """

  private static func stored(from row: Row) throws -> StoredImport {
    guard let state = StoredImport.State(rawValue: try row.text(8)) else {
      throw StoreError(.wrongType, "a stored import cannot be read")
    }
    let actor = try row.textOrNil(13).flatMap(AuditActor.Kind.init(rawValue:)).map { kind in
      AuditActor(kind, name: try row.text(14), id: try row.text(15))
    }
    return StoredImport(
      id: try row.uuid(0), module: try row.text(1), dataset: try row.text(2),
      fileName: try row.text(3), at: try row.timestamp(4), digest: try row.text(5),
      rows: try row.int(6), parts: try row.int(7), state: state, nextPart: try row.int(9),
      counts: ImportCounts(
        created: try row.int(10), updated: try row.int(11), unchanged: try row.int(12)),
      actor: actor, findings: try row.textOrNil(16).map(ImportRemarks.init(text:)) ?? .init())
  }
}
