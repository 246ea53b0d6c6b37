import FoundationEssentials
import Glibc
public import YuiStorage
import YuiStorageSQLite
public import YuiTenancy
public import YuiText
import YuiTransparencyLog

/// What a backup says of itself, in a file beside it (`….sqlite.json`).
public struct BackupManifest: Codable, Sendable {
  /// The tenant.
  public let tenant: String
  /// The tenant's name.
  public let name: String
  /// The modules it ran.
  public let modules: [String]
  /// When the backup was made.
  public let madeAt: Timestamp
  /// The bytes of the database.
  public let bytes: Int
  /// The SHA-256 of the database in hex.
  public let sha256: String
  /// The entries of its audit log.
  public let auditSize: Int64
  /// The root of its audit log in hex.
  public let auditRoot: String
}

extension Deployment {
  /// Copies a tenant's database into a folder while it is in use, and writes its manifest.
  ///
  /// - Returns: the path of the copy.
  public func backup(
    _ tenant: Tenant, to folder: String, progress: (BackupProgress) -> Void = { _ in }
  ) throws -> String {
    try DataFolder.make(folder)
    let now = clock.now()
    let path = "\(folder)/\(tenant.key)-\(Self.stamp(now)).sqlite"
    try store(of: tenant).backup(to: path, progress: progress)
    let audit = try Self.inspect(path)
    let (bytes, digest) = try FileDigest.of(path)
    let manifest = BackupManifest(
      tenant: "\(tenant.key)", name: tenant.name, modules: tenant.modules, madeAt: now,
      bytes: bytes, sha256: digest, auditSize: audit.size, auditRoot: audit.root)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try FileDigest.write(Array(try encoder.encode(manifest)), to: path + ".json")
    return path
  }

  /// Proves that a backup is whole: its digest, every page of its database, its audit log.
  public static func verifyBackup(_ path: String) throws -> BackupManifest {
    let manifest = try readManifest(path)
    let (bytes, digest) = try FileDigest.of(path)
    guard bytes == manifest.bytes, digest == manifest.sha256 else {
      throw DeploymentError("\(path) is not the file its manifest describes: it was changed or cut")
    }
    let audit = try inspect(path)
    guard audit.size == manifest.auditSize, audit.root == manifest.auditRoot else {
      throw DeploymentError("\(path) holds another audit log than its manifest says")
    }
    return manifest
  }

  /// Brings a backup back as a new tenant, proven before anybody can reach it.
  ///
  /// - Throws: where the tenant exists already: a backup never overwrites.
  public func restore(_ path: String, as draft: TenantDraft) throws -> Tenant {
    let key = try TenantKey(draft.key)
    guard try directory.read({ try TenantDirectory.tenant(key, in: $0) }) == nil else {
      throw DeploymentError(
        "tenant \(key) exists: restore under another key (\(key.code)-restored), compare, then "
          + "remove the old one")
    }
    let manifest = try Self.verifyBackup(path)
    guard try TenantKey(manifest.tenant).code == key.code else {
      throw DeploymentError("\(path) is a backup of \(manifest.tenant), not of \(key.code)")
    }
    let target = folder.database(of: key)
    guard !DataFolder.exists(target) else {
      throw DeploymentError("\(target) exists already: move it away first")
    }
    try DataFolder.make(folder.tenantFolder(key))
    try FileDigest.copy(path, to: target)
    var wanted = draft
    wanted.name = draft.name ?? manifest.name
    wanted.modules = draft.modules ?? manifest.modules
    let tenant = try wanted.checked(modules: modules.map(\.identifier), now: clock.now())
    let store = store(of: tenant)
    try store.beginEpoch()
    try migrate(store)
    try store.write { transaction in
      try AuditLog.record(
        AuditEvent(
          "tenant.restored", subject: manifest.tenant,
          details: ["sha256": manifest.sha256, "madeAt": manifest.madeAt.rfc3339]),
        by: AuditActor(.command, name: "yui restore"), at: self.clock.now(), in: transaction)
    }
    try directory.write { try TenantDirectory.add(tenant, in: $0) }
    return tenant
  }

  private static func readManifest(_ path: String) throws -> BackupManifest {
    guard let bytes = FileManager.default.contents(atPath: path + ".json") else {
      throw DeploymentError("\(path).json is missing: a backup is the two files together")
    }
    do {
      return try JSONDecoder().decode(BackupManifest.self, from: bytes)
    } catch {
      throw DeploymentError("\(path).json is no manifest of a backup")
    }
  }

  /// Checks a copy of a database, so that the backup itself is never written to.
  private static func inspect(_ path: String) throws -> AuditVerification {
    let scratch = try ScratchFolder()
    let copy = scratch.path + "/copy.sqlite"
    try FileDigest.copy(path, to: copy)
    let pool = StorePool(engine: SQLiteEngine())
    defer { pool.close() }
    let store = pool.store("backup", at: .file(copy))
    try store.checkIntegrity()
    return try store.read { try AuditLog.verify(in: $0) }
  }

  private static func stamp(_ time: Timestamp) -> String {
    time.rfc3339.filter { $0 != "-" && $0 != ":" && $0 != "." }
  }
}
