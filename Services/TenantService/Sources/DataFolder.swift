import FoundationEssentials
import Glibc
import YuiStorageSQLite
import YuiTenancy
import YuiText

/// The folder that holds everything of a deployment, and who may work in it.
///
/// ```
/// directory.sqlite               the tenants
/// store                          instead of that, where their list is at a database server
/// tenants/131041/tenant.sqlite   one tenant's database, and its files
/// removed/                       tenants that were removed, kept until somebody deletes them
/// kept/                          databases of tenants that moved to a server
/// management.sock                where commands reach a running server
/// lock                           held by the server
/// ```
public struct DataFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Names a folder; it is made when it is opened.
  public init(_ path: String) {
    self.path = path
  }

  /// Where a running server takes commands.
  public var managementSocket: String { path + "/management.sock" }

  var directoryDatabase: String { path + "/directory.sqlite" }

  private var listNote: String { path + "/store" }

  func tenantFolder(_ key: TenantKey) -> String { path + "/tenants/\(key)" }

  func database(of key: TenantKey) -> String { tenantFolder(key) + "/tenant.sqlite" }

  /// Whether it holds a deployment's list of tenants.
  public var exists: Bool { Self.exists(directoryDatabase) }

  /// The server where the list of tenants is, if it was once.
  var rememberedList: String? {
    get throws {
      guard Self.exists(listNote) else { return nil }
      guard let bytes = FileManager.default.contents(atPath: listNote) else {
        throw DeploymentError("cannot read \(listNote)")
      }
      return String(decoding: bytes, as: UTF8.self).trimmingWhitespace
    }
  }

  /// Notes that the list of tenants is at a server, so that nobody who forgets to name it is shown
  /// an empty one.
  func remember(listAt address: String) throws {
    guard try rememberedList == nil else { return }
    let draft = listNote + ".new"
    SQLiteFile.remove(draft)
    try FileDigest.write(Array("\(address)\n".utf8), to: draft)
    try SQLiteFile.publish(draft, as: listNote)
  }

  /// Says what is wrong where the folder's list of tenants cannot be found with this server.
  public func checkList(_ server: DatabaseServer?) throws {
    if try DirectoryPlace.choose(self, server).server == nil, !exists {
      throw DeploymentError(missing: self)
    }
  }

  /// Makes the folder and those in it, for this account alone.
  func make() throws {
    for folder in [path, path + "/tenants", path + "/removed"] {
      try Self.make(folder)
    }
  }

  static func make(_ folder: String) throws {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw DeploymentError("cannot make the folder \(folder): \(String(cString: strerror(errno)))")
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

/// The right to be the one server of a data folder; given up when the process ends.
public final class ServerLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; nil where a running server has it.
  public init?(_ folder: DataFolder) throws {
    try folder.make()
    let path = folder.path + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw DeploymentError("cannot open \(path): \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}

/// Why a deployment cannot do what was asked, in words for the operator.
public struct DeploymentError: Error, Sendable, CustomStringConvertible {
  /// What is wrong and how to mend it.
  public let description: String

  /// Says what is wrong.
  public init(_ description: String) {
    self.description = description
  }

  /// Says that a data folder is not there.
  ///
  /// - Parameter server: where else the list of tenants could have been.
  public init(missing folder: DataFolder, server: DatabaseServer? = nil) {
    let place = server.map { ", nor a list of tenants at \($0.address)" } ?? ""
    self.init(
      "there is no data folder \(folder.path)\(place): name it with --data, or make a tenant first")
  }

  init(listOf folder: DataFolder, isAt address: String, not server: DatabaseServer?) {
    let other = server.map { ", not at \($0.address)" } ?? ""
    self.init(
      "the list of tenants of \(folder.path) is at \(address)\(other): name it with --store or "
        + "$YUI_STORE")
  }
}
