package import YuiStorage

/// PostgreSQL as the database behind ``Store``: a schema for each, owned by a login role of its own.
package struct PostgreSQLEngine: StorageEngine {
  package let isRemote = true
  /// With more than 64 subtransactions to a transaction, all other sessions look for them on disk.
  package let batchLimit = 60
  private let server: PostgreSQLServer
  private let patience: Duration
  private let reachability = Reachability()

  /// - Parameters:
  ///   - server: Where schemas are made, and by which login.
  ///   - patience: How long the server may say nothing before it is asked whether it is there.
  package init(server: PostgreSQLServer, patience: Duration = .seconds(10)) {
    (self.server, self.patience) = (server, patience)
  }

  package func create(
    at location: StoreLocation, prepare: (any EngineConnection) throws -> Void
  ) throws {
    let schema = try schema(at: location)
    try server.provision(location)
    let connection = try open(schema, as: .writer)
    guard try !connection.holdsStore() else {
      throw StoreError(.misuse, "there is a database already", context: connection.context)
    }
    try connection.begin()
    do {
      try prepare(connection)
      try connection.commit()
    } catch {
      connection.rollback()
      throw error
    }
  }

  package func connect(
    to location: StoreLocation, as role: ConnectionRole
  ) throws -> any EngineConnection {
    let connection = try open(try schema(at: location), as: role)
    guard try connection.holdsStore() else {
      throw StoreError(.missing, "there is no database", context: connection.context)
    }
    return connection
  }

  private func open(_ schema: StoreSchema, as role: ConnectionRole) throws -> PostgreSQLConnection {
    let parameters = try server.parameters(for: schema, as: role)
    do {
      return try reachability.connecting {
        try PostgreSQLConnection(parameters, role: role, patience: patience)
      }
    } catch let error as StoreError where error.message.contains("authentication failed") {
      // The server does not tell a role that is not there from a wrong password; we may ask.
      if let isThere = try? server.holdsStore(schema.name), !isThere {
        throw StoreError(.missing, "there is no database", context: parameters.context)
      }
      throw error
    }
  }

  private func schema(at location: StoreLocation) throws -> StoreSchema {
    guard case .schema(let schema) = location.kind else {
      throw StoreError(.misuse, "PostgreSQL keeps a database in a schema", context: "\(location)")
    }
    return schema
  }
}

extension PostgreSQLConnection {
  /// Whether the schema holds the tables that every store has.
  fileprivate func holdsStore() throws -> Bool {
    var holdsStore = false
    try run("SELECT to_regclass('yui_store') IS NOT NULL", guardedBy: nil) {
      holdsStore = try $0.bool(0)
      return false
    }
    return holdsStore
  }
}
