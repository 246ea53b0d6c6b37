import YuiStorage
import YuiText

/// A file that belongs to an application, without its content.
struct Document: Sendable, Hashable {
  /// 10 MiB.
  static let mostBytes = 10 * 1024 * 1024
  /// The most of one application.
  static let most = 20

  let id: UUIDv7
  let application: UUIDv7
  let kind: DocumentKind
  let isByStaff: Bool
  let size: Int

  /// A name that says nothing of what senders called it.
  func name(number: Int) -> String { "document-\(number).\(kind.suffix)" }
}

/// The documents of one tenant: all their SQL.
enum DocumentStore {
  /// The documents of an application, the oldest first.
  static func documents(
    of application: UUIDv7, in source: some Queryable
  ) throws -> [Document] {
    try source.all(
      """
      SELECT id, application, kind, by_staff, size FROM assets_documents
      WHERE application = \(application) ORDER BY id LIMIT \(Document.most)
      """
    ) { row in
      Document(
        id: try row.uuid(0), application: try row.uuid(1),
        kind: try row.value(2, as: DocumentKind.self), isByStaff: try row.bool(3),
        size: try row.int(4))
    }
  }

  static func content(of id: UUIDv7, in source: some Queryable) throws -> [UInt8]? {
    try source.first("SELECT content FROM assets_documents WHERE id = \(id)") { try $0.blob(0) }
  }

  static func add(
    _ document: Document, _ bytes: [UInt8], in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO assets_documents (id, application, kind, by_staff, size, content)
      VALUES (\(document.id), \(document.application), \(document.kind), \(document.isByStaff),
        \(document.size), \(bytes))
      """)
  }
}
