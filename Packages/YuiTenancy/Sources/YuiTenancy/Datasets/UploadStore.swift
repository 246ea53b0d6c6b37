package import YuiStorage
internal import YuiText

/// A file that was uploaded and waits for its import to be confirmed.
struct Upload: Sendable {
  let id: UUIDv7
  let dataset: String
  let fileName: String
  let content: [UInt8]
}

/// Uploaded files between the dry run and the confirmation: all their SQL.
package enum UploadStore {
  /// How long a file waits: a day.
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
        ])
    ])

  /// Keeps a file for whoever uploaded it; what waited too long goes.
  static func add(
    _ upload: Upload, by account: UUIDv7, at now: Timestamp, in transaction: Transaction
  ) throws {
    try transaction.execute(
      "DELETE FROM yui_uploads WHERE created_at < \(now.adding(seconds: -lifetime))")
    // One waiting file a person: the last one counts.
    try transaction.execute("DELETE FROM yui_uploads WHERE account = \(account)")
    try transaction.execute(
      """
      INSERT INTO yui_uploads (id, account, dataset, file_name, content, created_at)
      VALUES (\(upload.id), \(account), \(upload.dataset), \(upload.fileName),
        \(upload.content), \(now))
      """)
  }

  static func upload(
    _ id: UUIDv7, of account: UUIDv7, at now: Timestamp, in source: some Queryable
  ) throws -> Upload? {
    try source.first(
      """
      SELECT dataset, file_name, content FROM yui_uploads
      WHERE id = \(id) AND account = \(account)
        AND created_at >= \(now.adding(seconds: -lifetime))
      """
    ) { row in
      Upload(
        id: id, dataset: try row.text(0), fileName: try row.text(1), content: try row.blob(2))
    }
  }

  static func remove(_ id: UUIDv7, in transaction: Transaction) throws {
    try transaction.execute("DELETE FROM yui_uploads WHERE id = \(id)")
  }
}
