import CLibPQ
package import YuiStorage

/// A PostgreSQL database, and the deployment's own login to it, which makes schemas and roles.
package struct PostgreSQLServer: Sendable, Hashable {
  /// The database without a login: what is kept, shown and compared, and given back to
  /// ``init(_:)``.
  package let address: String
  let database: String
  private let values: [String: String]

  /// Reads an address such as `postgres://yui@db.example.jp/yui?sslmode=verify-full`; connects to
  /// nothing.
  ///
  /// What it leaves out, such as the password, libpq takes from its environment (`PGPASSWORD`,
  /// `PGPASSFILE` and the like).
  ///
  /// - Throws: ``StoreError/Code/misuse`` in words for whoever wrote it.
  package init(_ url: String) throws {
    guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
      throw Self.misuse("write postgres://LOGIN@HOST/DATABASE")
    }
    values = try Self.parse(url)
    guard let database = values["dbname"], !database.isEmpty else {
      throw Self.misuse("name the database: postgres://LOGIN@HOST/DATABASE")
    }
    // What is wrong here is a password that was not encoded: it must not end up in the address.
    guard values["port"]?.allSatisfy({ $0.isNumber || $0 == "," }) != false,
      !database.contains(where: "@:/#?".contains)
    else {
      throw Self.misuse("in a login or password write @ : / ? # % as %40 %3A %2F %3F %23 %25")
    }
    self.database = database
    address = Self.address(values)
  }

  /// Whether the address holds a password.
  package var hasPassword: Bool { values["password"] != nil || values["sslpassword"] != nil }

  private static func parse(_ url: String) throws -> [String: String] {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(url, &message) else {
      // Its words repeat parts of the address, which may be the password.
      PQfreemem(message)
      throw misuse("write postgres://LOGIN@HOST:PORT/DATABASE?SETTING=VALUE")
    }
    defer { PQconninfoFree(options) }
    var values: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        values[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return values
  }

  private static func misuse(_ remedy: String) -> StoreError {
    StoreError(.misuse, "that is no address of a PostgreSQL database: \(remedy)")
  }

  private static func address(_ values: [String: String]) -> String {
    var rest = values
    for login in ["user", "password", "passfile", "sslpassword", "dbname"] { rest[login] = nil }
    // Of a list of hosts without ports, libpq makes a list of empty ports.
    if rest["port"]?.allSatisfy({ $0 == "," }) == true { rest["port"] = nil }
    var host = ""
    // Sockets and lists of hosts are said in the query.
    if let name = rest["host"], !name.contains("/"), !name.contains(","), !name.contains(":") {
      rest["host"] = nil
      host = percentEncoded(name)
      if let port = rest.removeValue(forKey: "port") { host += ":\(port)" }
    }
    let query = rest.sorted { $0.key < $1.key }.map { "\($0.key)=\(percentEncoded($0.value))" }
    let database = percentEncoded(values["dbname"] ?? "")
    return "postgres://\(host)/\(database)"
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PostgreSQLServer {
  /// The place of a store that the deployment's own login works in, such as its list of tenants.
  package func ownLocation(_ schema: SQLName) -> StoreLocation {
    .schema(StoreSchema(server: address, name: schema, role: "", password: ""))
  }

  /// The place of a store that a role of its own works in, which sees nothing else.
  package func location(_ schema: SQLName, password: String) -> StoreLocation {
    .schema(
      StoreSchema(server: address, name: schema, role: role(of: schema), password: password))
  }

  /// Roles belong to a server and all its databases, so that the database is part of their name.
  func role(of schema: SQLName) -> String { "\(database)_\(schema)" }

  /// What the roles of all schemas belong to, so that one line of `pg_hba.conf` lets them in.
  var tenantsRole: String { "\(database)_tenants" }

  func parameters(for schema: StoreSchema, as role: ConnectionRole) throws -> ConnectionParameters {
    guard schema.server == address else {
      throw StoreError(.misuse, "the schema is on another server", context: "\(schema)")
    }
    var settings = [("search_path", schema.name.text), ("synchronous_commit", "on")]
    // In milliseconds, then the writer's thread serves other stores.
    if role == .writer { settings.append(("lock_timeout", "100")) }
    // Whoever keeps others from writing, to move a tenant, may be busy elsewhere for long.
    settings.append(("idle_in_transaction_session_timeout", "0"))
    let isOwn = schema.role.isEmpty
    return ConnectionParameters(values, context: "\(schema)").with(
      login: isOwn ? nil : schema.role, password: isOwn ? nil : schema.password,
      settings: settings)
  }

  /// How the deployment's own login connects, to manage schemas and roles.
  var ownParameters: ConnectionParameters {
    ConnectionParameters(values, context: address).with(
      login: nil, password: nil, settings: [("search_path", "pg_catalog")])
  }
}

extension PostgreSQLServer: CustomStringConvertible, CustomReflectable {
  /// The address without a login.
  package var description: String { address }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
