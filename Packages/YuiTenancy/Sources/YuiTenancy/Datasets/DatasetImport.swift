public import YuiOpenData
public import YuiStorage
public import YuiText
internal import YuiTransparencyLog

/// Brings a file into a dataset: all of it or nothing.
///
/// The file is checked as a whole before anything is stored. A ``BulkDataset`` is then stored in
/// slices, and what interrupts it is finished later; any other in one transaction.
public struct DatasetImport: Sendable {
  /// The most bytes of a file.
  public static let mostBytes = 512 << 20
  /// The most rows of a file.
  public static let mostRows = 2_000_000
  /// The most bytes of a file that is stored in one transaction.
  public static let mostBytesAtOnce = 16 << 20
  /// The most rows of a file that is stored in one transaction, which then takes about two seconds.
  public static let mostRowsAtOnce = 50_000

  let file: ImportFile
  let dataset: any Dataset
  private let progress: @Sendable (ImportProgress) -> Void

  /// Prepares an import.
  ///
  /// - Parameters:
  ///   - name: the file's name, for the audit log.
  ///   - module: the identifier of the dataset's module.
  ///   - encoding: of CSV; overrides what the bytes look like.
  ///   - sheet: of an Excel workbook; the first that holds anything unless given.
  ///   - progress: is told now and then how far the import is.
  public init(
    file: TableFile, name: String, module: String, dataset: any Dataset,
    encoding: TextEncoding? = nil, sheet: String? = nil,
    progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
  ) {
    self.file = ImportFile(
      content: file, name: name, module: module, encoding: encoding, sheet: sheet)
    self.dataset = dataset
    self.progress = progress
  }

  /// Prepares the import of a file that is in memory.
  public init(
    file: [UInt8], name: String, module: String, dataset: any Dataset,
    encoding: TextEncoding? = nil
  ) {
    self.init(
      file: TableFile(file), name: name, module: module, dataset: dataset, encoding: encoding)
  }

  /// The most bytes of a file of a dataset.
  public static func mostBytes(of dataset: any Dataset) -> Int {
    dataset is any BulkDataset ? mostBytes : mostBytesAtOnce
  }

  /// Finds out what ``run(by:in:clock:)`` would do, and does nothing.
  public func dryRun(in store: Store, clock: Clock) throws -> ImportReport {
    if let refused = tooLarge { return refused }
    if let bulk = dataset as? any BulkDataset {
      return try dryRun(bulk, in: store, clock: clock)
    }
    return try WholeImport(file: file).dryRun(dataset, in: store, at: clock.now())
  }

  /// Imports the file; where the report is not accepted, nothing was changed.
  ///
  /// - Parameter actor: who does it; recorded as one entry of the audit log.
  /// - Throws: ``ImportInterrupted`` where the rest will be stored later.
  public func run(by actor: AuditActor, in store: Store, clock: Clock) throws -> ImportReport {
    if let refused = tooLarge { return refused }
    if let bulk = dataset as? any BulkDataset {
      return try run(bulk, by: actor, in: store, clock: clock)
    }
    return try WholeImport(file: file).run(dataset, by: actor, in: store, at: clock.now())
  }

  /// Finds out what the import would do, and keeps the file for a day until somebody confirms it.
  ///
  /// - Returns: also the name of the kept file, where it is accepted.
  func keep(
    for account: UUIDv7, in store: Store, clock: Clock
  ) throws -> (report: ImportReport, kept: UUIDv7?) {
    if let refused = tooLarge { return (refused, nil) }
    if let bulk = dataset as? any BulkDataset {
      return try keep(bulk, for: account, in: store, clock: clock)
    }
    return try WholeImport(file: file).keep(dataset, for: account, in: store, at: clock.now())
  }

  // MARK: In slices

  private func dryRun(
    _ dataset: some BulkDataset, in store: Store, clock: Clock
  ) throws -> ImportReport {
    try BulkImport(dataset, progress: progress).dryRun(file, in: store, at: clock.now())
  }

  private func run(
    _ dataset: some BulkDataset, by actor: AuditActor, in store: Store, clock: Clock
  ) throws -> ImportReport {
    try BulkImport(dataset, progress: progress).run(file, by: actor, in: store, clock: clock)
  }

  private func keep(
    _ dataset: some BulkDataset, for account: UUIDv7, in store: Store, clock: Clock
  ) throws -> (report: ImportReport, kept: UUIDv7?) {
    try BulkImport(dataset, progress: progress).keep(
      file, for: account, in: store, at: clock.now())
  }

  private var tooLarge: ImportReport? {
    let most = Self.mostBytes(of: dataset)
    guard file.content.size > most else { return nil }
    var report = ImportReport()
    report.problems.append(
      RowProblem(
        line: 1,
        message: LocalizedText(
          ja: "ファイルが\(most >> 20) MiBを超えています。ファイルを分けてください。",
          en: "The file is larger than \(most >> 20) MiB. Split it.")))
    return report
  }
}

/// How far an import is.
public enum ImportProgress: Sendable {
  /// So many bytes of the file were checked.
  case checking(bytes: Int, of: Int)
  /// So many rows were stored.
  case storing(rows: Int, of: Int)
}

/// An import that was accepted and stopped midway; the rest is stored later.
public struct ImportInterrupted: Error, CustomStringConvertible {
  /// What stopped it.
  public let reason: StoreError
  let rows: Int
  let total: Int

  /// What happened and what follows.
  public var description: String {
    "interrupted after \(rows) of \(total) rows (\(reason)): the rest is stored by the next import, "
      + "or by the server within five minutes of its start"
  }
}
