import YuiOpenData
import YuiStorage
import YuiText

/// An import in one transaction.
///
/// The file is read twice. The first time nothing is written, so that a file that cannot be right
/// costs the tenant's writer nothing; the second time every row is stored. The bounds keep that to
/// about two seconds, for which the tenant's other writes wait.
struct WholeImport: Sendable {
  let file: ImportFile

  func dryRun(
    _ dataset: some Dataset, in store: Store, at now: Timestamp
  ) throws -> ImportReport {
    do {
      return try store.write { transaction in
        throw NothingDone(report: try apply(dataset, at: now, in: transaction))
      }
    } catch let nothingDone as NothingDone {
      return nothingDone.report
    }
  }

  /// - Parameter kept: where the file was kept for somebody to confirm it.
  func run(
    _ dataset: some Dataset, by actor: AuditActor, kept: UUIDv7? = nil, in store: Store,
    at now: Timestamp
  ) throws -> ImportReport {
    let checked = try check(dataset)
    guard checked.isAccepted else { return checked }
    let digest = try file.digest()
    do {
      return try store.write { transaction in
        let report = try apply(dataset, at: now, in: transaction)
        guard report.isAccepted else { throw NothingDone(report: report) }
        let counts = ImportCounts(
          created: report.created, updated: report.updated, unchanged: report.unchanged)
        try AuditLog.record(
          .imported(
            dataset.definition.name, of: file.module, file: file.name, digest: digest,
            rows: report.rows, counts), by: actor, at: now, in: transaction)
        if let kept { try ImportStore.end(kept, as: .done, in: transaction) }
        return report
      }
    } catch let nothingDone as NothingDone {
      return nothingDone.report
    }
  }

  /// Keeps the file as it is.
  func keep(
    _ dataset: some Dataset, for account: UUIDv7, in store: Store, at now: Timestamp
  ) throws -> (report: ImportReport, kept: UUIDv7?) {
    let report = try dryRun(dataset, in: store, at: now)
    guard report.isAccepted else { return (report, nil) }
    var stage = try ImportStage(
      file, dataset: dataset.definition.name, for: account, in: store, at: now)
    var offset = 0
    while true {
      let bytes = try file.content.read(at: offset, count: 1 << 20)
      if bytes.isEmpty { break }
      try stage.add(bytes)
      offset += bytes.count
    }
    return (report, try stage.finish(digest: try file.digest(), report))
  }

  /// Undoes the transaction and keeps what it found.
  private struct NothingDone: Error {
    let report: ImportReport
  }

  private func check(_ dataset: some Dataset) throws -> ImportReport {
    try table(dataset).read { row, _ in _ = try dataset.record(from: &row) }
  }

  private func apply(
    _ dataset: some Dataset, at now: Timestamp, in transaction: Transaction
  ) throws -> ImportReport {
    var run = ImportRun(now: now)
    var counts = ImportCounts()
    var report = try table(dataset).read { row, _ in
      let record = try dataset.record(from: &row)
      counts.count(try dataset.apply(record, from: row, run: &run, in: transaction))
    }
    report.take(counts)
    if report.isAccepted { try dataset.finish(&run, in: transaction) }
    dataset.summarise(&run)
    report.takeNotes(of: run)
    return report
  }

  private func table(_ dataset: some Dataset) -> DatasetTable {
    file.table(dataset.definition, rows: DatasetImport.mostRowsAtOnce)
  }
}
