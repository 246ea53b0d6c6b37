import Testing
import YuiStorage
import YuiStorageTesting

@testable import YuiStoragePostgreSQL

/// What the server refuses, and what becomes of it.
@Suite struct Refusals {
  private let stores: TestStores
  private let store: Store
  private let schema: StoreSchema
  private let server: PostgreSQLServer

  init() throws {
    stores = try TestStores(.postgresql)
    store = try stores.make(migrating: [tallies])
    guard case .schema(let schema) = store.location.kind else {
      throw StoreError(.misuse, "the store is no schema")
    }
    self.schema = schema
    server = try PostgreSQLServer(try ServerControl.variable("YUI_TEST_POSTGRES"))
  }

  /// Has every change of a table raise an error of the server's while `condition` holds.
  private func makeFail(_ table: String, with state: String, while condition: String) throws {
    let session = try tenantSession()
    _ = try session.run(
      """
      CREATE FUNCTION fail_\(table)() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
        IF \(condition) THEN RAISE EXCEPTION 'a fault' USING ERRCODE = '\(state)'; END IF;
        RETURN NEW;
      END $$
      """)
    _ = try session.run(
      """
      CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON \(table)
      FOR EACH ROW EXECUTE FUNCTION fail_\(table)()
      """)
  }

  private func tenantSession() throws -> ManagementSession {
    try ManagementSession(server.parameters(for: schema, as: .writer))
  }

  @Test("On a full disk reads go on, and writes as soon as there is room")
  func fullDisk() throws {
    try store.count(1)
    try makeFail("tallies", with: "53100", while: "true")
    try makeFail("yui_store", with: "53100", while: "true")
    let error = #expect(throws: StoreError.self) { try store.count(2) }
    #expect(error?.code == .full)
    #expect(store.health != .ready)
    #expect(try store.counted() == 1)
    let session = try tenantSession()
    _ = try session.run("DROP TRIGGER fail ON tallies")
    _ = try session.run("DROP TRIGGER fail ON yui_store")
    #expect(eventually { store.health == .ready })
    try store.count(3)
    #expect(try store.counted() == 2)
  }

  @Test(
    "Writes that stood in each other's way are run again, a number of times",
    arguments: ["40001", "40P01"], [2, 100])
  func conflicts(state: String, times: Int) throws {
    let session = try tenantSession()
    _ = try session.run("CREATE SEQUENCE attempts")
    try makeFail("tallies", with: state, while: "nextval('attempts') <= \(times)")
    if times == 2 {
      try store.count(1)
      #expect(try store.counted() == 1)
      #expect(try session.run("SELECT last_value FROM attempts") == "3")
    } else {
      let error = #expect(throws: StoreError.self) { try store.count(1) }
      #expect(error?.code == .conflict && error?.retryAfter != nil)
      #expect(try store.counted() == 0)
      #expect(try session.run("SELECT last_value FROM attempts") == "5")
    }
    #expect(store.health == .ready)
  }

  @Test("A table that another process changed is met with statements prepared anew")
  func changedTable() throws {
    try store.count(1)
    #expect(try store.counted() == 1)
    let update: SQL = "UPDATE totals SET total = total + 1 RETURNING total"
    #expect(try store.write { try $0.first(update) { try $0.int(0) } } == 2)
    _ = try tenantSession().run("ALTER TABLE totals ALTER COLUMN total TYPE INTEGER")
    #expect(try store.counted() == 2)
    #expect(try store.write { try $0.first(update) { try $0.int(0) } } == 3)
    #expect(store.health == .ready)
  }

  @Test("A wrong password is told in words, without it")
  func wrongPassword() throws {
    let pool = StorePool(engine: PostgreSQLEngine(server: server))
    defer { pool.close() }
    let other = pool.store("other", at: server.location(schema.name, password: "not-the-one"))
    for attempt in [{ try other.count(1) }, { _ = try other.counted() }] {
      let error = #expect(throws: StoreError.self) { try attempt() }
      #expect(error?.code == .unavailable)
      #expect(error?.message.contains("password authentication failed") == true)
      #expect(error.map { "\($0)".contains("not-the-one") } == false)
    }
  }

  @Test("A server that is not there is told at once")
  func unreachable() throws {
    let server = try PostgreSQLServer("postgres://yui@127.0.0.1:1/yui")
    let pool = StorePool(engine: PostgreSQLEngine(server: server))
    defer { pool.close() }
    let store = pool.store("none", at: server.location(schema.name, password: "x"))
    let error = #expect(throws: StoreError.self) { try store.counted() }
    #expect(error?.code == .unavailable && error?.retryAfter != nil)
    #expect(throws: StoreError.self) { try server.holdsStore(schema.name) }
  }

  @Test("A schema that was taken away is missed before anything is written")
  func takenAway() throws {
    try store.count(1)
    let kept = try #require(SQLName("\(schema.name)_kept"))
    // Not even where the role has left a door open.
    _ = try tenantSession().run("GRANT ALL ON SCHEMA \(schema.name.text) TO PUBLIC")
    try server.retire(schema.name, as: kept)
    let error = #expect(throws: StoreError.self) { try store.count(2) }
    #expect(error?.code == .missing)
    // Nor does the role reach what was taken from it.
    #expect(throws: StoreError.self) {
      try tenantSession().run("SELECT * FROM \(kept.text).tallies")
    }
    try server.rename(kept, to: schema.name)
    try server.drop(schema.name)
  }

  @Test("More is not connected than may be, and idle stores make room for others")
  func connectionLimit() throws {
    let stores = try TestStores(.postgresql) { $0.maximumConnections = 3 }
    for name in ["a", "b", "c", "d"] {
      let store = try stores.make(name, migrating: [tallies])
      try store.count(1)
      #expect(try store.counted() == 1)
      let count = try ManagementSession(server.ownParameters).run(
        "SELECT COUNT(*) FROM pg_stat_activity WHERE usename LIKE $1",
        ["%" + prefix(of: store) + "%"])
      #expect((1...3).contains(Int(count ?? "") ?? 0))
    }
  }

  @Test("A store in use makes room with the connections that it is not using")
  func idleConnectionOfStoreInUse() throws {
    let stores = try TestStores(.postgresql) { $0.maximumConnections = 3 }
    let (busy, other) = (try stores.make("a"), try stores.make("b"))
    try busy.read { _ in try busy.read { _ in } }
    try busy.read { _ in
      try other.read { _ in }
    }
  }

  @Test("Where all connections are in use, one more is refused with a time to come back")
  func allInUse() throws {
    let stores = try TestStores(.postgresql) { $0.maximumConnections = 3 }
    let store = try stores.make(migrating: [tallies])
    let error = try store.read { _ in
      try store.read { _ in
        #expect(throws: StoreError.self) { try store.read { _ in } }
      }
    }
    #expect(error?.code == .busy && error?.retryAfter != nil)
    #expect(try store.counted() == 0)
  }

  private func prefix(of store: Store) -> String {
    guard case .schema(let schema) = store.location.kind else { return "" }
    return String(schema.name.text.prefix(13))
  }
}
