import YuiStorage
import YuiStoragePostgreSQL
import YuiTenancy
import YuiText

/// A schema of a PostgreSQL database, owned by a login role of its own.
struct SchemaPlace: DatabasePlace {
  let server: PostgreSQLServer
  let location: StoreLocation
  let draft: StoreLocation
  private let schema: SQLName
  private let draftSchema: SQLName

  /// Names the place of a tenant; tenants' schemas, and they alone, begin with `t` and a digit.
  ///
  /// - Parameter password: that of the role; nil where the place is only put aside or deleted.
  init(_ key: TenantKey, at server: PostgreSQLServer, password: RolePassword?) throws {
    self.server = server
    schema = try Self.name("t\(key.underscored)")
    draftSchema = try Self.name("draft_t\(key.underscored)")
    location = server.location(schema, password: password?.text ?? "")
    draft = location.renamed(draftSchema)
  }

  var engine: any StorageEngine { PostgreSQLEngine(server: server) }
  var address: String? { server.address }
  var name: String { schema.text }

  func exists() throws -> Bool { try server.holdsStore(schema) }

  func makeRoom() throws {}

  func isUnclaimed() throws -> Bool { try server.isRetired(schema) }

  func adopt() throws { try server.provision(location) }

  func removeDraft() throws { try server.drop(draftSchema) }

  func publishDraft(as mark: String) throws {
    try server.rename(draftSchema, to: schema, remark: mark)
  }

  func isMarked(_ mark: String) throws -> Bool { try server.remark(of: schema) == mark }

  func nameAside(_ reason: AsideReason, at time: Timestamp) -> String {
    "\(reason)_\(schema)_\(time.milliseconds)"
  }

  func putAside(as name: String) throws { try server.retire(schema, as: try Self.name(name)) }

  func holdsAside(_ name: String) throws -> Bool { try server.holdsStore(try Self.name(name)) }

  func lastAside(_ reason: AsideReason) throws -> Timestamp? {
    let milliseconds = try server.lastNumber(after: try Self.name("\(reason)_\(schema)_"))
    return milliseconds.map { Timestamp(milliseconds: $0) }
  }

  func whereAside(_ name: String) -> String { "\(server), schema \(name)" }

  func removeAside(_ name: String) throws {
    try server.drop(try Self.name(name))
    // The role goes with the last that it owned.
    if try !exists() { try server.drop(schema) }
  }

  func remove() throws { try server.drop(schema) }

  private static func name(_ text: String) throws -> SQLName {
    guard let name = SQLName(text) else {
      throw DeploymentError("'\(text.prefix(80))' is no name of a schema")
    }
    return name
  }
}

extension TenantKey {
  /// The key with `_` for `-`: no key holds one, so that each has its own.
  fileprivate var underscored: String { "\(self)".replacing("-", with: "_") }
}

extension StoreLocation {
  /// A schema beside this one, owned by the same role.
  fileprivate func renamed(_ name: SQLName) -> StoreLocation {
    guard case .schema(let schema) = kind else { return self }
    return .schema(
      StoreSchema(server: schema.server, name: name, role: schema.role, password: schema.password))
  }
}
