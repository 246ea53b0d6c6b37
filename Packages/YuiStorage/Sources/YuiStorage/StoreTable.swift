/// The row that a store keeps about itself, in the table `yui_store`.
enum StoreTable {
  /// What a new database gets before anything else.
  static func create(_ connection: any EngineConnection, epoch: Int64) throws {
    try connection.run(
      """
      CREATE TABLE yui_store (
        id BIGINT PRIMARY KEY CHECK (id = 1),
        epoch BIGINT NOT NULL,
        public_version BIGINT NOT NULL,
        probe BYTEA
      )
      """
    ) { _ in true }
    try connection.run(
      """
      CREATE TABLE yui_migrations (
        component TEXT NOT NULL,
        number BIGINT NOT NULL,
        name TEXT NOT NULL,
        applied_at BIGINT NOT NULL,
        PRIMARY KEY (component, number)
      )
      """
    ) { _ in true }
    try connection.run(
      "INSERT INTO yui_store (id, epoch, public_version) VALUES (1, \(epoch), 0)"
    ) { _ in true }
  }

  static func version(_ connection: any EngineConnection) throws -> PublicVersion? {
    try version(connection, "SELECT epoch, public_version FROM yui_store WHERE id = 1")
  }

  /// Raises the public version within the connection's transaction.
  static func raise(_ connection: any EngineConnection) throws -> PublicVersion? {
    try version(
      connection,
      """
      UPDATE yui_store SET public_version = public_version + 1 WHERE id = 1
      RETURNING epoch, public_version
      """)
  }

  /// Begins a new epoch, so that nothing cached from before is taken for the present.
  static func beginEpoch(_ connection: any EngineConnection, epoch: Int64) throws -> PublicVersion?
  {
    try version(
      connection,
      """
      UPDATE yui_store SET epoch = \(epoch), public_version = 0 WHERE id = 1
      RETURNING epoch, public_version
      """)
  }

  /// Commits something of some size, to see whether the disk takes it, and takes it away again.
  static func probe(_ connection: any EngineConnection) throws {
    // At random, since a server would store a thousand zeros in no room at all.
    let bytes = (0..<64 * 1_024).map { _ in UInt8.random(in: .min ... .max) }
    for probe in [bytes, nil] {
      try connection.begin()
      do {
        try connection.run("UPDATE yui_store SET probe = \(probe) WHERE id = 1") { _ in true }
        try connection.commit()
      } catch {
        connection.rollback()
        throw error
      }
    }
    try connection.tidy()
  }

  private static func version(
    _ connection: any EngineConnection, _ sql: SQL
  ) throws -> PublicVersion? {
    var version: PublicVersion?
    try connection.run(sql) { row in
      version = PublicVersion(epoch: try row.int64(0), number: try row.int64(1))
      return false
    }
    return version
  }
}
