import YuiOpenData
import YuiStorage
import YuiText

/// Keeps a file in the tenant's database, part by part, each on disk while the next is made.
struct ImportStage {
  private let id: UUIDv7
  private let store: Store
  private var parts = 0
  private var pending: Pending<Void>?

  /// Begins to keep a file; those that nobody needs any more go.
  ///
  /// - Parameter account: who may confirm it; of one person one file waits, the last.
  init(
    _ file: ImportFile, dataset: String, for account: UUIDv7?, in store: Store, at now: Timestamp
  ) throws {
    for old in try store.read({
      try ImportStore.outdated(at: now, replacedBy: account, in: $0)
    }) {
      try Self.remove(old, in: store)
    }
    let new = StoredImport(
      id: UUIDv7(at: now), module: file.module, dataset: dataset, fileName: file.name, at: now)
    try store.write { try ImportStore.add(new, by: account, in: $0) }
    (id, self.store) = (new.id, store)
  }

  mutating func add(_ content: [UInt8]) throws {
    let (id, part) = (id, parts)
    parts += 1
    try pending?.wait()
    pending = Pending(writingTo: store) { try ImportStore.add(content, as: part, of: id, in: $0) }
  }

  /// The file is complete, and this was found.
  mutating func finish(digest: String, _ report: ImportReport) throws -> UUIDv7 {
    try pending?.wait()
    let (id, parts) = (id, parts)
    try store.write {
      try ImportStore.finishStaging(
        id, digest: digest, rows: report.rows, parts: parts, findings: ImportRemarks(of: report),
        in: $0)
    }
    return id
  }

  /// Forgets the file, which proved not to be acceptable.
  mutating func discard() throws {
    try pending?.wait()
    try Self.remove(id, in: store)
  }

  static func remove(_ id: UUIDv7, in store: Store) throws {
    while try store.write({ try ImportStore.remove(id, in: $0) }) {}
  }
}
