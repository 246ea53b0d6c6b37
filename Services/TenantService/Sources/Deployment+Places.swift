import YuiStorage
public import YuiTenancy

/// Where databases lie.
extension Deployment {
  /// The place of a tenant's database.
  func place(of key: TenantKey, _ placement: TenantPlacement) throws -> any DatabasePlace {
    switch placement {
    case .file: FilePlace(folder: folder, key: key)
    case .server(let address, let password):
      try SchemaPlace(key, at: server(at: address).server, password: password)
    }
  }

  /// The same, as a place that can be put aside or deleted, for which the deployment's own login is
  /// needed.
  func manageablePlace(
    of key: TenantKey, at address: String?, logins: [DatabaseServer?]
  ) throws -> any DatabasePlace {
    guard let address else { return FilePlace(folder: folder, key: key) }
    let known = ([server] + logins).compactMap { $0 }
    guard let server = known.first(where: { $0.address == address }) else {
      throw DeploymentError(
        "\(key) lies at \(address), where the deployment's own login is needed: name that server with "
          + "--store or $YUI_STORE")
    }
    return try SchemaPlace(key, at: server.server, password: nil)
  }

  func manageablePlace(
    of tenant: Tenant, login: DatabaseServer?
  ) throws -> any DatabasePlace {
    try manageablePlace(of: tenant.key, at: tenant.placement.address, logins: [login])
  }

  /// Where a tenant's database lies, in words; of a list that several servers share, each has but
  /// its own files.
  public func whereLies(_ tenant: Tenant) throws -> String {
    let place = try place(of: tenant.key, tenant.placement)
    return isElsewhere(tenant) ? "in the data folder of another server" : "\(place.location)"
  }

  /// Whether a tenant's database is a file of another server's data folder.
  public func isElsewhere(_ tenant: Tenant) -> Bool {
    directory.isRemote && tenant.placement == .file
      && !DataFolder.exists(folder.database(of: tenant.key))
  }

  /// The pool that a tenant's store is in.
  func pool(of tenant: Tenant) throws -> StorePool {
    pools.pool(at: try tenant.placement.address.map { try server(at: $0).server })
  }

  /// The server with this address; without a login of the deployment where it is not the one that
  /// was configured: roles of tenants have their own.
  func server(at address: String) throws -> DatabaseServer {
    if let server, server.address == address { return server }
    return try DatabaseServer(address)
  }

  /// Where a tenant that is made now gets its database.
  func placementOfNew() -> TenantPlacement {
    server.map { .server(address: $0.address, password: .random()) } ?? .file
  }
}
