import Glibc
import YuiStorage

/// A database of its own on the server that `$YUI_TEST_POSTGRES` names, for tests of what has one
/// to itself; gone with this object.
public final class TestDatabase: Sendable {
  /// Its address, with the login that owns it and its password.
  public let url: String
  private let name: String
  private let server: String

  /// Makes an empty database.
  public init() throws {
    server = try TestServer.address
    name = "yui_\(StorePlace.letters(12))"
    url = Self.address(server, database: name)
    try Self.psql(server, "CREATE DATABASE \(name)")
  }

  deinit {
    try? Self.psql(server, "DROP DATABASE \(name) WITH (FORCE)")
  }

  /// Runs statements by PostgreSQL's own client, as the owner of the database.
  public func run(_ statements: String) throws { try Self.psql(url, statements) }

  /// Ends all connections and refuses new ones, or takes them again.
  public func setAway(_ isAway: Bool) throws {
    try Self.psql(server, "ALTER DATABASE \(name) ALLOW_CONNECTIONS \(!isAway)")
    guard isAway else { return }
    try Self.psql(
      server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
  }

  private static func address(_ url: String, database: String) -> String {
    let query = url.firstIndex(of: "?") ?? url.endIndex
    let path = url[..<query].lastIndex(of: "/") ?? query
    return "\(url[..<path])/\(database)\(url[query...])"
  }

  private static func psql(_ url: String, _ statements: String) throws {
    let words = ["psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", url, "-c", statements]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    var status: Int32 = 0
    guard posix_spawnp(&process, "psql", nil, nil, &arguments, environ) == 0,
      waitpid(process, &status, 0) == process, status == 0
    else { throw StoreError(.statement, "psql failed", context: statements) }
  }
}
