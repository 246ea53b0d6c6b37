import Testing
import YuiStorage
import YuiStoragePostgreSQL

@Suite struct Addresses {
  static let addresses: [(String, String)] = [
    ("postgres://yui@db.example.jp/yui", "postgres://db.example.jp/yui"),
    ("postgresql://yui:s%40cret@db.example.jp:6432/yui", "postgres://db.example.jp:6432/yui"),
    (
      "postgres://yui:secret@/yui?host=/run/postgresql&port=5433",
      "postgres:///yui?host=/run/postgresql&port=5433"
    ),
    (
      "postgres://a.example,b.example/yui?target_session_attrs=read-write&password=secret",
      "postgres:///yui?host=a.example%2Cb.example&target_session_attrs=read-write"
    ),
    (
      "postgres://[::1]:5432/yui?sslmode=verify-full&user=yui",
      "postgres:///yui?host=%3A%3A1&port=5432&sslmode=verify-full"
    ),
    ("postgres://yui@db.example.jp/%E7%B5%90", "postgres://db.example.jp/%E7%B5%90"),
  ]

  @Test(
    "An address is kept without login and password, and can be read again", arguments: addresses)
  func withoutLogin(url: String, address: String) throws {
    let server = try PostgreSQLServer(url)
    #expect(server.address == address)
    #expect(try PostgreSQLServer(address).address == address)
    #expect("\(server) \(String(reflecting: server))".contains("secret") == false)
  }

  @Test(
    "What is no address is refused, and not repeated",
    arguments: [
      "", "sqlite", "postgres://", "postgres://secret@host", "postgres://secret@host/",
      "mysql://secret@host/yui", "host=secret dbname=yui", "postgres://secret@host/yui?nonsense=1",
      "postgres://secret:x@host:port/yui?%zz", "postgres://yui:x/secret@host/yui",
      "postgres://yui:secret/u@i#pw@host:5432/yui",
    ])
  func noAddress(url: String) {
    let error = #expect(throws: StoreError.self) { try PostgreSQLServer(url) }
    #expect(error?.code == .misuse)
    #expect(error.map { "\($0)".contains("secret") } == false)
  }

  @Test("A place tells where it is, and never its password")
  func place() throws {
    let server = try PostgreSQLServer("postgres://yui@db.example.jp/yui")
    let schema = try #require(SQLName("t131041"))
    let location = server.location(schema, password: "secret")
    #expect("\(location)" == "postgres://db.example.jp/yui, schema t131041")
    var dumped = ""
    dump(location, to: &dumped)
    #expect(!dumped.contains("secret"))
    #expect(!String(reflecting: location).contains("secret"))
  }
}
