import YuiStorage
import YuiTenancy
import YuiTransparencyLog

/// What a tenant's database holds, counted and hashed: the same on every engine.
public struct ContentsReport: Codable, Sendable, Hashable {
  /// A table.
  public struct Table: Codable, Sendable, Hashable {
    /// Its name.
    public let name: String
    /// How many rows it has.
    public let rows: Int
    /// The SHA-256 over them in hex.
    public let sha256: String
  }

  /// The tables by name.
  public let tables: [Table]
  /// The entries of the audit log.
  public let auditSize: Int64
  /// The root of the audit log in hex.
  public let auditRoot: String
  /// One SHA-256 in hex of all tables but the audit log's, which a move adds to.
  public let digest: String

  init(_ contents: StoreContents, _ audit: LogVerification) {
    tables = contents.tables.map { Table(name: $0.name, rows: $0.rows, sha256: $0.digest.hex) }
    (auditSize, auditRoot) = (audit.size, audit.root)
    digest = contents.digest(without: AuditLog.tables).hex
  }
}

/// What a move did.
public struct MoveReport: Codable, Sendable {
  /// Where the tenant's database was.
  public let from: String
  /// Where it is now.
  public let to: String
  /// What was found the same at both places, before the move was noted in the audit log.
  public let contents: ContentsReport
  /// Where the old database is kept.
  public let kept: String
  /// Why the old database is still at its old place, if it is: the next move mends that.
  public let problem: String?
}
