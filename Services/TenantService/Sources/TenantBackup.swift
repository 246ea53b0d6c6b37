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
    try copy(store(of: tenant), toFile: path, progress: progress)
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
    var wanted = draft
    wanted.name = draft.name ?? manifest.name
    wanted.modules = draft.modules ?? manifest.modules
    let tenant = try wanted.checked(
      modules: modules.map(\.identifier), now: clock.now(), placement: placementOfNew())
    let place = try place(of: key, tenant.placement)
    guard try !place.exists() else {
      throw DeploymentError("\(place.location) exists already: move it away first")
    }
    try fill(place, from: path)
    let store = try store(of: tenant)
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

  /// Copies a database as it is now into a file, whatever its engine.
  private func copy(
    _ store: Store, toFile path: String, progress: (BackupProgress) -> Void
  ) throws {
    guard store.isRemote else { return try store.backup(to: path, progress: progress) }
    let draft = path + ".partial"
    SQLiteFile.remove(draft)
    do {
      let pool = StorePool(engine: SQLiteEngine())
      defer { pool.close() }
      try copy(store, intoNew: pool.store("backup", at: .file(draft)), progress: progress)
    } catch {
      SQLiteFile.remove(draft)
      throw error
    }
    try SQLiteFile.publish(draft, as: path)
  }

  /// Brings a backup's rows to a place where nothing is yet.
  private func fill(_ place: any DatabasePlace, from path: String) throws {
    try place.removeDraft()
    try place.makeRoom()
    if case .file(let draft) = place.draft.kind {
      try FileDigest.copy(path, to: draft)
    } else {
      try Self.withCopy(of: path) { source in
        let pool = StorePool(engine: place.engine)
        defer { pool.close() }
        try copy(source, intoNew: pool.store("restored", at: place.draft)) { _ in }
      }
    }
    try place.publishDraft(as: "restored")
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

  /// Checks a backup's database.
  private static func inspect(_ path: String) throws -> LogVerification {
    try withCopy(of: path) { store in
      try store.checkIntegrity()
      return try store.read { try AuditLog.verify(in: $0) }
    }
  }

  /// Opens a copy of a backup's database, so that the backup itself is never written to.
  private static func withCopy<Result>(
    of path: String, _ body: (Store) throws -> Result
  ) throws -> Result {
    let scratch = try ScratchFolder()
    let copy = scratch.path + "/copy.sqlite"
    try FileDigest.copy(path, to: copy)
    let pool = StorePool(engine: SQLiteEngine())
    defer { pool.close() }
    return try body(pool.store("backup", at: .file(copy)))
  }

  private static func stamp(_ time: Timestamp) -> String {
    time.rfc3339.filter { $0 != "-" && $0 != ":" && $0 != "." }
  }
}
