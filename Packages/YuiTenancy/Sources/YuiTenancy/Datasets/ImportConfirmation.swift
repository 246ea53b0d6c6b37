import YuiOpenData
import YuiStorage
import YuiText

/// The import of a file that was checked and kept, once somebody confirms it.
struct ImportConfirmation: Sendable {
  enum Outcome {
    case stored(ImportReport)
    case refused(ImportReport)
    /// It takes longer than people should wait; a task does the rest.
    case goesOn
  }

  /// How long somebody waits for the outcome.
  private static let patience = Duration.seconds(5)

  let kept: StoredImport
  let actor: AuditActor

  func run(_ dataset: any Dataset, in store: Store, clock: Clock) throws -> Outcome {
    if let bulk = dataset as? any BulkDataset { return try runBulk(bulk, in: store, clock: clock) }
    let file = ImportFile(
      content: TableFile(try content(in: store)), name: kept.fileName, module: kept.module,
      encoding: nil)
    let report = try WholeImport(file: file).run(
      dataset, by: actor, kept: kept.id, in: store, at: clock.now())
    return report.isAccepted ? .stored(report) : .refused(report)
  }

  private func runBulk(
    _ dataset: some BulkDataset, in store: Store, clock: Clock
  ) throws -> Outcome {
    // Somebody else may have been faster, with the same button: then it is merely watched.
    _ = try store.write { try ImportStore.start(kept.id, by: actor, in: $0) }
    do {
      let stored = try BulkImport(dataset).finish(
        kept.id, in: store, clock: clock, until: .now + Self.patience)
      if stored.state == .done { return .stored(stored.report) }
    } catch is ImportInterrupted {}
    try store.write { $0.wake(UnfinishedImports.taskName) }
    return .goesOn
  }

  private func content(in store: Store) throws -> [UInt8] {
    try store.read { snapshot in
      try (0..<kept.parts).flatMap { part in
        try ImportStore.part(part, of: kept.id, in: snapshot) ?? []
      }
    }
  }
}

extension StoredImport {
  /// What became of its rows so far.
  var report: ImportReport {
    var report = ImportReport()
    report.rows = rows
    report.take(counts)
    findings.add(to: &report)
    return report
  }
}
