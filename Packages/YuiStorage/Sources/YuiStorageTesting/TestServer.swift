import Glibc
import YuiStorage
import YuiStoragePostgreSQL

/// The PostgreSQL server for tests, which the environment names to every process of a test.
package struct TestServer: Codable, Sendable {
  let server: PostgreSQLServer

  /// A database and the login that owns it, with its password.
  static var address: String {
    get throws {
      if let address = getenv("YUI_TEST_POSTGRES") { return String(cString: address) }
      throw StoreError(
        .unavailable,
        "tests on PostgreSQL need a server: run Tests/with-postgres swift test, or name a database "
          + "and the login that owns it in $YUI_TEST_POSTGRES")
    }
  }

  /// - Parameter settings: what its sessions begin with, as `postgres` takes it: `-c name=value`.
  init(settings: String = "") throws {
    var address = try Self.address
    if !settings.isEmpty {
      address += (address.contains("?") ? "&" : "?") + "options="
      address += settings.replacing(" ", with: "%20").replacing("=", with: "%3D")
    }
    server = try PostgreSQLServer(address)
  }

  package init(from decoder: any Decoder) throws { try self.init() }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(server.address)
  }
}
