public import YuiOpenData
public import YuiStorage
public import YuiText
internal import YuiTransparencyLog

/// Brings a file into a dataset: all of it or nothing.
///
/// The file is read twice. The first time nothing is written, so that a file that cannot be right
/// costs the tenant's writer nothing; the second time every row is applied in one transaction. The
/// bounds keep that to about two seconds, for which the tenant's other writes wait.
public struct DatasetImport: Sendable {
  /// The most bytes of a file.
  public static let mostBytes = 16 << 20
  /// The most rows of a file.
  public static let mostRows = 50_000

  private let file: [UInt8]
  private let name: String
  private let module: String
  private let dataset: any Dataset
  private let encoding: TextEncoding?

  /// Prepares an import.
  ///
  /// - Parameters:
  ///   - name: the file's name, for the audit log.
  ///   - module: the identifier of the dataset's module.
  ///   - encoding: overrides what the bytes look like.
  public init(
    file: [UInt8], name: String, module: String, dataset: any Dataset,
    encoding: TextEncoding? = nil
  ) {
    self.file = file
    self.name = name
    self.module = module
    self.dataset = dataset
    self.encoding = encoding
  }

  /// Finds out what ``run(by:in:clock:)`` would do, and does nothing.
  public func dryRun(in store: Store, clock: Clock) throws -> ImportReport {
    if let refused = tooLarge { return refused }
    do {
      return try store.write { transaction in
        throw NothingDone(report: try apply(dataset, at: clock.now(), in: transaction))
      }
    } catch let nothingDone as NothingDone {
      return nothingDone.report
    }
  }

  /// Imports the file; where the report is not accepted, nothing was changed.
  ///
  /// - Parameter actor: who does it; recorded as one entry of the audit log.
  public func run(by actor: AuditActor, in store: Store, clock: Clock) throws -> ImportReport {
    let checked = try check(dataset)
    guard checked.isAccepted else { return checked }
    do {
      return try store.write { transaction in
        let report = try apply(dataset, at: clock.now(), in: transaction)
        guard report.isAccepted else { throw NothingDone(report: report) }
        try AuditLog.record(
          event(for: report), by: actor, at: clock.now(), in: transaction)
        return report
      }
    } catch let nothingDone as NothingDone {
      return nothingDone.report
    }
  }

  /// Undoes the transaction and keeps what it found.
  private struct NothingDone: Error {
    let report: ImportReport
  }

  private func check(_ dataset: some Dataset) throws -> ImportReport {
    if let tooLarge { return tooLarge }
    return try table.read { row, _ in _ = try dataset.record(from: &row) }
  }

  private func apply(
    _ dataset: some Dataset, at now: Timestamp, in transaction: Transaction
  ) throws -> ImportReport {
    var run = ImportRun(now: now)
    var report = try table.read { row, report in
      let record = try dataset.record(from: &row)
      switch try dataset.apply(record, from: row, run: &run, in: transaction) {
      case .created: report.created += 1
      case .updated: report.updated += 1
      case .unchanged: report.unchanged += 1
      }
    }
    for note in run.report.notes.first { report.notes.append(note) }
    return report
  }

  private var table: DatasetTable {
    DatasetTable(
      file, definition: dataset.definition, encoding: encoding,
      limits: CSVLimits(rows: Self.mostRows + 1))
  }

  private func event(for report: ImportReport) -> AuditEvent {
    AuditEvent(
      "\(module).dataset.imported", subject: dataset.definition.name,
      details: [
        "file": name, "sha256": SHA256.hash(file).hex, "rows": String(report.rows),
        "created": String(report.created), "updated": String(report.updated),
        "unchanged": String(report.unchanged),
      ])
  }

  private var tooLarge: ImportReport? {
    guard file.count > Self.mostBytes else { return nil }
    let size = Self.mostBytes >> 20
    var report = ImportReport()
    report.problems.append(
      RowProblem(
        line: 1,
        message: LocalizedText(
          ja: "ファイルが\(size) MiBを超えています。ファイルを分けてください。",
          en: "The file is larger than \(size) MiB. Split it.")))
    return report
  }
}
