/// Where a tenant is to be moved.
public enum MoveTarget: Sendable {
  /// Into a file of the data folder.
  case file
  /// Into a schema of its own at a database server.
  case server(DatabaseServer)

  var server: DatabaseServer? {
    switch self {
    case .file: nil
    case .server(let server): server
    }
  }
}
