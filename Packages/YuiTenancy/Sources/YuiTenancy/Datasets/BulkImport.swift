import Glibc
import YuiOpenData
import YuiStorage
import YuiText

/// An import in slices, between which others write.
///
/// The file is read once: every row is checked and settled, and what will be stored is kept in the
/// tenant's database. Once accepted it is stored part by part, each in a transaction that also notes
/// how far the import is; so whoever finds it unfinished can go on, and two who do at once do no
/// harm.
struct BulkImport<Rows: BulkDataset>: Sendable {
  /// More than any file has: those that a file lacks and the dataset adds come on top.
  private static var columnsOfPart: Int { 1_024 }
  /// How many rows share a transaction: a tenth of a second, a second on a slow machine.
  private static var rowsOfPart: Int { 8_000 }
  /// Between two slices, in microseconds: longer than another process takes to ask again.
  private static var pause: UInt32 { 5_000 }

  private let dataset: Rows
  private let progress: @Sendable (ImportProgress) -> Void

  init(_ dataset: Rows, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }) {
    (self.dataset, self.progress) = (dataset, progress)
  }

  func dryRun(_ file: ImportFile, in store: Store, at now: Timestamp) throws -> ImportReport {
    var counts = ImportCounts()
    var report = try check(file, in: store, at: now, making: { $0 }) { records in
      counts += try self.counts(of: records, from: file, in: store, at: now)
    }
    report.take(counts)
    return report
  }

  func run(
    _ file: ImportFile, by actor: AuditActor, in store: Store, clock: Clock
  ) throws -> ImportReport {
    var (report, kept) = try keep(file, for: nil, counting: false, in: store, at: clock.now())
    guard let kept else { return report }
    guard try store.write({ try ImportStore.start(kept, by: actor, in: $0) })
    else { throw StoreError(.missing, "the checked file is gone") }
    report.take(try finish(kept, in: store, clock: clock).counts)
    return report
  }

  /// Checks a file and keeps what will be stored of it.
  ///
  /// - Parameter counting: whether the report is to tell what would become of the records.
  func keep(
    _ file: ImportFile, for account: UUIDv7?, counting: Bool = true, in store: Store,
    at now: Timestamp
  ) throws -> (report: ImportReport, kept: UUIDv7?) {
    var stage = try ImportStage(
      file, dataset: dataset.definition.name, for: account, in: store, at: now)
    var counts = ImportCounts()
    var parts = 0
    var report = try check(
      file, in: store, at: now, making: { (records: $0, part: part(of: $0)) }
    ) { records, part in
      try stage.add(part)
      parts += 1
      if counting { counts += try self.counts(of: records, from: file, in: store, at: now) }
    }
    guard report.isAccepted else {
      try stage.discard()
      return (report, nil)
    }
    if parts == 0 { try stage.add(part(of: [])) }
    report.take(counts)
    return (report, try stage.finish(digest: try file.digest(), report))
  }

  // MARK: Checking

  /// Reads, checks and settles every row; `take` gets what is made of the records, part by part, as
  /// long as nothing is wrong with the file.
  private func check<Made: Sendable>(
    _ file: ImportFile, in store: Store, at now: Timestamp,
    making make: @escaping @Sendable ([Rows.Record]) -> Made, _ take: (Made) throws -> Void
  ) throws -> ImportReport {
    try BulkCheck(dataset: dataset, file: file, store: store, now: now, progress: progress)
      .run(rowsOfPart: Self.rowsOfPart, making: make, take)
  }

  /// What would become of records, found out by storing them and taking it back.
  private func counts(
    of records: [Rows.Record], from file: ImportFile, in store: Store, at now: Timestamp
  ) throws -> ImportCounts {
    let origin = ImportOrigin(who: "", file: file.name, checkedAt: now)
    do {
      return try store.write { transaction in
        throw NothingDone(counts: try dataset.apply(records, from: origin, in: transaction))
      }
    } catch let nothingDone as NothingDone {
      return nothingDone.counts
    }
  }

  /// Records as a file of their own, with its header.
  private func part(of records: [Rows.Record]) -> [UInt8] {
    var writer = CSVWriter()
    let columns = dataset.columns(of: records)
    writer.write(columns)
    for record in records { writer.write(dataset.cells(of: record, in: columns)) }
    return writer.take()
  }

  // MARK: Storing

  /// Stores what is left of an import that was accepted.
  ///
  /// - Parameter deadline: when to leave the rest to others; never unless given.
  /// - Returns: how far it is.
  func finish(
    _ id: UUIDv7, in store: Store, clock: Clock, until deadline: ContinuousClock.Instant? = nil
  ) throws -> StoredImport {
    while true {
      guard let stored = try store.read({ try ImportStore.stored(id, in: $0) }) else {
        throw StoreError(.missing, "the import is gone", context: store.name)
      }
      guard stored.state == .running else { return stored }
      do {
        if try storeParts(of: stored, in: store, clock: clock, until: deadline) { continue }
        return try store.read { try ImportStore.stored(id, in: $0) } ?? stored
      } catch is Overtaken {
        continue
      } catch let error as StoreError where error.isNobodysFault {
        let reached = try? store.read { try ImportStore.stored(id, in: $0) }
        throw ImportInterrupted(
          reason: error, rows: (reached ?? stored).counts.total, total: stored.rows)
      } catch {
        try stop(id, in: store, at: clock.now())
        throw error
      }
    }
  }

  /// - Returns: whether it went to the end.
  private func storeParts(
    of stored: StoredImport, in store: Store, clock: Clock,
    until deadline: ContinuousClock.Instant?
  ) throws -> Bool {
    var pending: Pending<Int>?
    for part in stored.nextPart..<stored.parts {
      // Read and checked while the part before is being stored.
      let records = try records(of: part, of: stored, in: store)
      if let done = try pending?.wait() {
        progress(.storing(rows: done, of: stored.rows))
        if let deadline, .now >= deadline { return false }
        usleep(Self.pause)
      }
      pending = Pending(writingTo: store) { transaction in
        try self.store(records, part: part, of: stored, at: clock.now(), in: transaction)
      }
    }
    _ = try pending?.wait()
    return true
  }

  private func records(
    of part: Int, of stored: StoredImport, in store: Store
  ) throws -> [Rows.Record] {
    guard let content = try store.read({ try ImportStore.part(part, of: stored.id, in: $0) })
    else { throw Overtaken() }
    var records: [Rows.Record] = []
    var limits = TableLimits()
    limits.columns = Self.columnsOfPart
    let report = try DatasetTable(
      TableFile(content), definition: dataset.definition, encoding: .utf8, limits: limits
    ).read { row, _ in records.append(try dataset.record(from: &row)) }
    if let problem = report.problems.first.first {
      throw StoreError(.wrongType, "a settled row cannot be read back: \(problem.text(.en))")
    }
    return records
  }

  /// - Returns: how many rows of the import are stored by then.
  private func store(
    _ records: [Rows.Record], part: Int, of stored: StoredImport, at now: Timestamp,
    in transaction: Transaction
  ) throws -> Int {
    guard let present = try ImportStore.stored(stored.id, in: transaction),
      present.state == .running, present.nextPart == part
    else { throw Overtaken() }
    try ImportStore.takePart(part, of: stored.id, in: transaction)
    let origin = ImportOrigin(
      who: present.actor?.name ?? "", file: stored.fileName, checkedAt: stored.at)
    let counts = try dataset.apply(records, from: origin, in: transaction)
    let reached = try ImportStore.finishPart(part, of: stored.id, counts: counts, in: transaction)
    guard let reached else { throw Overtaken() }
    if reached.nextPart == reached.parts {
      try end(reached, as: .done, at: now, in: transaction)
    }
    return reached.counts.total
  }

  private func end(
    _ stored: StoredImport, as state: StoredImport.State, at now: Timestamp,
    in transaction: Transaction
  ) throws {
    try ImportStore.end(stored.id, as: state, in: transaction)
    guard let actor = stored.actor else { return }
    try AuditLog.record(
      .imported(
        stored.dataset, of: stored.module, file: stored.fileName, digest: stored.digest,
        rows: stored.rows, stored.counts, isWhole: state == .done), by: actor, at: now,
      in: transaction)
  }

  /// Ends an import that met what its check had ruled out; nothing of it remains where it met that
  /// in the first part.
  private func stop(_ id: UUIDv7, in store: Store, at now: Timestamp) throws {
    let stored = try store.read { try ImportStore.stored(id, in: $0) }
    guard let stored, stored.state == .running else { return }
    if stored.nextPart == 0 { return try ImportStage.remove(id, in: store) }
    try store.write { try end(stored, as: .stopped, at: now, in: $0) }
  }

  /// Undoes a transaction and keeps what it found.
  private struct NothingDone: Error {
    let counts: ImportCounts
  }

  /// Another process has stored the part meanwhile.
  private struct Overtaken: Error {}
}

extension ImportCounts {
  var total: Int { created + updated + unchanged }
}

extension StoreError {
  /// Whether the same rows may be stored another time: the disk, the server or others who write
  /// stood in the way, not the rows.
  fileprivate var isNobodysFault: Bool {
    let passing: [Code] = [
      .busy, .conflict, .readOnly, .moving, .closed, .interrupted, .outOfMemory,
    ]
    return isStorageFailure || passing.contains(code)
  }
}
