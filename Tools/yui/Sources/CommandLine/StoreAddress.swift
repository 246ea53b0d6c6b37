import FoundationEssentials
import TenantService
import YuiStorage

/// The database server that a person names, in words, in the environment or in a file.
enum StoreAddress {
  /// What `--store` names, else `$YUI_STORE`; nil for files alone.
  static func server(_ arguments: Arguments) throws -> DatabaseServer? {
    if let url = arguments.value("store") { return try argument(url, of: "store") }
    return try environment
  }

  /// What `$YUI_STORE` names.
  static var environment: DatabaseServer? {
    get throws {
      guard let url = ProcessInfo.processInfo.environment["YUI_STORE"], !url.isEmpty else {
        return nil
      }
      return try read(url, named: "$YUI_STORE")
    }
  }

  /// An address given in a command's words, which others on the machine can read: it holds no
  /// password.
  ///
  /// Where `$YUI_STORE` has the same address, what that says counts.
  static func argument(_ url: String, of option: String) throws -> DatabaseServer {
    let server = try read(url, named: "--\(option)")
    guard !server.hasPassword else {
      throw UsageError(
        "--\(option): others can read a password on the command line: put the address with it into "
          + "$YUI_STORE or the configuration file, or the password alone into $PGPASSWORD or the "
          + "file that $PGPASSFILE names")
    }
    if let known = try? environment, known.address == server.address { return known }
    return server
  }

  static func read(_ url: String, named name: String) throws -> DatabaseServer {
    do {
      return try DatabaseServer(url)
    } catch let error as StoreError {
      throw UsageError("\(name): \(error.message)")
    }
  }
}
