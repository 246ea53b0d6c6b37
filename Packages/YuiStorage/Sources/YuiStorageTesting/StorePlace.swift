package import YuiStorage
import YuiStoragePostgreSQL
import YuiStorageSQLite

/// Where the stores of one test lie: a value that another process can be handed.
package enum StorePlace: Codable, Sendable {
  case files(folder: String)
  case schemas(TestServer, prefix: String, password: String)

  init(_ engine: Engine, folder: String) throws {
    switch engine {
    case .sqlite: self = .files(folder: folder)
    case .postgresql:
      self = .schemas(try TestServer(), prefix: "t\(Self.letters(12))", password: Self.letters(20))
    }
  }

  static func letters(_ count: Int) -> String {
    String((0..<count).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() })
  }

  /// The engine that opens the stores.
  package var implementation: any StorageEngine {
    switch self {
    case .files: SQLiteEngine()
    case .schemas(let test, _, _): PostgreSQLEngine(server: test.server)
    }
  }

  /// Returns where a store of this name lies.
  package func location(_ name: String) -> StoreLocation {
    switch self {
    case .files(let folder): .file("\(folder)/\(name).sqlite")
    case .schemas(let test, let prefix, let password):
      test.server.location(Self.schema(prefix, name), password: password)
    }
  }

  /// Returns a pool whose connections are its own, as those of another process are.
  package func anotherPool(
    _ configure: (inout StorePoolOptions) -> Void = { _ in }
  ) -> StorePool {
    var options = StorePoolOptions()
    configure(&options)
    return StorePool(engine: implementation, options: options)
  }

  /// Deletes a store that nobody has open; files go with their folder.
  func remove(_ name: String) throws {
    guard case .schemas(let test, let prefix, _) = self else { return }
    try test.server.drop(Self.schema(prefix, name))
  }

  private static func schema(_ prefix: String, _ name: String) -> SQLName {
    guard let schema = SQLName("\(prefix)_\(name)") else {
      preconditionFailure("\(name) cannot be part of a schema's name")
    }
    return schema
  }
}
