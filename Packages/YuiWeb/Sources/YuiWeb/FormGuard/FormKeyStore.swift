public import YuiStorage

/// The key under which a tenant's forms are stamped: in its database, so that every process that
/// serves it agrees.
public enum FormKeyStore {
  /// The table with its one key, for the tenant's migrations.
  public static let migrations = MigrationSet(
    "forms",
    [
      Migration(1, "the key of form stamps") { transaction in
        try transaction.execute("CREATE TABLE yui_form_key (key BYTEA NOT NULL)")
        try transaction.execute(
          "INSERT INTO yui_form_key (key) VALUES (\(SecretBytes.random(FormStamp.keyBytes)))")
      }
    ])

  static func key(in source: some Queryable) throws -> [UInt8] {
    let key = try source.first("SELECT key FROM yui_form_key") { try $0.blob(0) }
    guard let key, key.count == FormStamp.keyBytes else {
      throw StoreError(.wrongType, "the key of form stamps is missing")
    }
    return key
  }
}
