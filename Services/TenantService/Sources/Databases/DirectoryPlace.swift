import YuiStorage
import YuiStoragePostgreSQL

/// Where a deployment's list of tenants lies.
enum DirectoryPlace {
  case file(DataFolder)
  case server(PostgreSQLServer)

  private static let schema = SQLName("yui_directory" as StaticString)

  /// Where the list is: at the server, unless the folder holds one already.
  ///
  /// - Throws: where the folder's list is at another server, or at one that was not named.
  static func choose(_ folder: DataFolder, _ server: DatabaseServer?) throws -> DirectoryPlace {
    if let address = try folder.rememberedList {
      guard let server, server.address == address else {
        throw DeploymentError(listOf: folder, isAt: address, not: server)
      }
      return .server(server.server)
    }
    guard let server, !folder.exists else { return .file(folder) }
    return .server(server.server)
  }

  /// Has the folder remember a list that is at a server, which it does not hold itself.
  func beRemembered(by folder: DataFolder) throws {
    if let server { try folder.remember(listAt: server.address) }
  }

  var server: PostgreSQLServer? {
    switch self {
    case .file: nil
    case .server(let server): server
    }
  }

  var location: StoreLocation {
    switch self {
    case .file(let folder): .file(folder.directoryDatabase)
    case .server(let server): server.ownLocation(Self.schema)
    }
  }

  func exists() throws -> Bool {
    switch self {
    case .file(let folder): folder.exists
    case .server(let server): try server.holdsStore(Self.schema)
    }
  }

  /// Makes the list, unless another process does so at the same time.
  func create(_ store: Store) throws {
    do {
      try store.create()
    } catch {
      guard try exists() else { throw error }
    }
  }
}
