import YuiStorage
import YuiStoragePostgreSQL

/// Where a deployment's list of tenants lies.
enum DirectoryPlace {
  case file(DataFolder)
  case server(PostgreSQLServer)

  private static let schema = SQLName("yui_directory" as StaticString)

  /// Where the list is: at the server, unless the folder holds one already.
  static func choose(_ folder: DataFolder, _ server: DatabaseServer?) -> DirectoryPlace {
    guard let server, !folder.exists else { return .file(folder) }
    return .server(server.server)
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
