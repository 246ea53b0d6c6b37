import Testing
import YuiStorage
import YuiStorageTesting

@testable import YuiStoragePostgreSQL

/// What a tenant's role can do with a connection of its own, past all that our code refuses.
@Suite struct Isolation {
  private let stores: TestStores
  private let own: StoreSchema
  private let other: StoreSchema
  private let server: PostgreSQLServer

  init() throws {
    stores = try TestStores(.postgresql)
    let notes = MigrationSet(
      "notes", [Migration(1, "notes", ["CREATE TABLE notes (id BIGINT PRIMARY KEY, body TEXT)"])])
    for name in ["own", "other"] {
      let store = try stores.make(name, migrating: [notes])
      try store.write {
        try $0.execute("INSERT INTO notes (id, body) VALUES (1, \("secret of \(name)"))")
      }
    }
    own = try #require(Self.schema(of: stores.store("own")))
    other = try #require(Self.schema(of: stores.store("other")))
    server = try PostgreSQLServer(try ServerControl.variable("YUI_TEST_POSTGRES"))
  }

  private static func schema(of store: Store) -> StoreSchema? {
    guard case .schema(let schema) = store.location.kind else { return nil }
    return schema
  }

  /// What is tried, where `{other}`, `{them}` and `{us}` stand for the other schema, its role, and the
  /// deployment's login.
  static let attempts = [
    "SELECT body FROM {other}.notes", "SELECT * FROM {other}.yui_store",
    "RESET ROLE; SELECT body FROM {other}.notes",
    "SET ROLE {them}; SELECT body FROM {other}.notes",
    "SET ROLE {us}; SELECT body FROM {other}.notes",
    "SET ROLE {tenants}; SELECT body FROM {other}.notes",
    "RESET SESSION AUTHORIZATION; SELECT body FROM {other}.notes",
    "SET SESSION AUTHORIZATION {them}; SELECT body FROM {other}.notes",
    "SET search_path = {other}; SELECT body FROM notes",
    "SELECT set_config('search_path', '{other}', false); SELECT body FROM notes",
    "INSERT INTO {other}.notes (id, body) VALUES (2, 'x')", "DELETE FROM {other}.notes",
    "TRUNCATE {other}.notes", "DROP TABLE {other}.notes", "DROP SCHEMA {other} CASCADE",
    "ALTER SCHEMA {other} OWNER TO CURRENT_USER", "ALTER SCHEMA {other} RENAME TO mine",
    "GRANT USAGE ON SCHEMA {other} TO PUBLIC", "GRANT {them} TO CURRENT_USER",
    "GRANT {us} TO CURRENT_USER", "CREATE TABLE {other}.planted (id BIGINT)",
    "CREATE TABLE public.shared (id BIGINT)", "CREATE TEMPORARY TABLE notes (id BIGINT)",
    "CREATE SCHEMA mine", "CREATE ROLE helper LOGIN", "ALTER ROLE {them} PASSWORD 'known'",
    "ALTER ROLE {them} SUPERUSER", "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER CREATEROLE", "DROP OWNED BY {them}",
    "REASSIGN OWNED BY {them} TO {us}",
    "ALTER DATABASE yui SET search_path = public", "CREATE EXTENSION dblink",
    "COPY {other}.notes TO STDOUT", "COPY notes TO PROGRAM 'true'", "COPY notes TO '/tmp/notes'",
    "SELECT pg_read_file('/etc/passwd')", "SELECT pg_ls_dir('.')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT rolpassword FROM pg_authid", "SELECT passwd FROM pg_shadow",
    "SELECT query_to_xml('SELECT body FROM {other}.notes', true, false, '')",
    "SELECT table_to_xml('{other}.notes', true, false, '')",
    "DO $$ BEGIN PERFORM body FROM {other}.notes; END $$",
    """
    CREATE FUNCTION peek() RETURNS TEXT LANGUAGE sql AS 'SELECT body FROM {other}.notes';
    SELECT peek()
    """,
    "ALTER SYSTEM SET log_statement = 'all'", "LOAD 'auto_explain'",
  ]

  @Test("A tenant's connection reaches nothing of another tenant", arguments: attempts)
  func refused(attempt: String) throws {
    let session = try ManagementSession(server.parameters(for: own, as: .writer))
    let error = #expect(throws: StoreError.self) {
      for statement in named(attempt).split(separator: "; ") {
        _ = try session.run(String(statement))
      }
    }
    #expect(error.map { [.misuse, .statement, .missing].contains($0.code) } == true)
    let kept = try stores.store("other").read { snapshot in
      try snapshot.all("SELECT body FROM notes") { try $0.text(0) }
    }
    #expect(kept == ["secret of other"])
  }

  /// What succeeds, and tells nothing.
  static let views = [
    "SELECT COUNT(*) FROM pg_stats WHERE schemaname = '{other}'",
    "SELECT COUNT(*) FROM pg_stat_activity WHERE usename <> current_user AND query LIKE '%notes%'",
    "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '{other}'",
    "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = '{other}'",
  ]

  @Test("The server's own views tell nothing of another tenant's rows", arguments: views)
  func nothingTold(view: String) throws {
    let session = try ManagementSession(server.parameters(for: own, as: .reader))
    #expect(try session.run(named(view)) == "0")
  }

  @Test("A connection logs in as the tenant's role, and is still it after RESET ROLE")
  func login() throws {
    let session = try ManagementSession(server.parameters(for: own, as: .writer))
    _ = try session.run("RESET ROLE")
    _ = try session.run("RESET SESSION AUTHORIZATION")
    #expect(try session.run("SELECT current_user") == own.role)
    #expect(try session.run("SELECT session_user") == own.role)
    #expect(try session.run("SELECT current_schema()") == own.name.text)
    #expect(try session.run("SELECT body FROM notes") == "secret of own")
  }

  @Test("The public may do nothing in the database")
  func closedToPublic() throws {
    let session = try ManagementSession(server.ownParameters)
    for question in [
      "SELECT has_database_privilege('public', current_database(), 'CONNECT, TEMPORARY, CREATE')",
      "SELECT has_schema_privilege('public', 'public', 'USAGE, CREATE')",
    ] {
      #expect(try session.run(question) == "f")
    }
  }

  private func named(_ text: String) -> String {
    text.replacing("{other}", with: other.name.text).replacing("{them}", with: quoted(other.role))
      .replacing("{tenants}", with: quoted(server.tenantsRole)).replacing("{us}", with: "yui")
  }

  private func quoted(_ name: String) -> String { "\"\(name)\"" }
}
