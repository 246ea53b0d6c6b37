import Synchronization
import YuiOpenData
import YuiStorage
import YuiText

/// The first half of an import in slices: every row is read, checked and settled.
///
/// While rows are read, those before them are settled on another thread.
struct BulkCheck<Rows: BulkDataset>: Sendable {
  let dataset: Rows
  let file: ImportFile
  let store: Store
  let now: Timestamp
  let progress: @Sendable (ImportProgress) -> Void

  /// Checks the file.
  ///
  /// - Parameters:
  ///   - rowsOfPart: how many rows are settled together.
  ///   - make: makes of settled records what is taken of them, on the other thread.
  ///   - take: gets it, part by part, as long as nothing is wrong with the file.
  func run<Made: Sendable>(
    rowsOfPart: Int, making make: @escaping @Sendable ([Rows.Record]) -> Made,
    _ take: (Made) throws -> Void
  ) throws -> ImportReport {
    let state = State(ImportRun(now: now))
    var waiting: [Waiting] = []
    var pending: Pending<Settled<Made>>?
    func finishPending(_ report: inout ImportReport) throws {
      guard let settled = try pending?.wait() else { return }
      pending = nil
      for problem in settled.problems { report.problems.append(problem) }
      if report.isAccepted { try take(settled.made) }
    }
    func settle(_ report: inout ImportReport) throws {
      let rows = waiting
      waiting = []
      waiting.reserveCapacity(rowsOfPart)
      try finishPending(&report)
      pending = Pending {
        try state.run.withLock { run in try settled(rows, run: &run, making: make) }
      }
    }
    let table = file.table(dataset.definition, rows: DatasetImport.mostRows)
    let size = file.content.size
    var report = try table.read(progress: { progress(.checking(bytes: $0, of: size)) }) {
      row, report in
      let record = try dataset.record(from: &row)
      waiting.append(Waiting(record: record, row: row))
      if waiting.count == rowsOfPart { try settle(&report) }
    }
    if !waiting.isEmpty { try settle(&report) }
    try finishPending(&report)
    state.run.withLock { run in
      dataset.summarise(&run)
      report.takeNotes(of: run)
    }
    return report
  }

  private func settled<Made>(
    _ rows: [Waiting], run: inout ImportRun, making make: ([Rows.Record]) -> Made
  ) throws -> Settled<Made> {
    var isFirstTry = true
    return try store.read { snapshot in
      // What the run has noted of these rows cannot be taken back.
      guard isFirstTry else { throw StoreError(.unavailable, "the connection was lost") }
      isFirstTry = false
      var records: [Rows.Record] = []
      records.reserveCapacity(rows.count)
      var problems: [RowProblem] = []
      for waiting in rows {
        do {
          records.append(
            try dataset.settle(waiting.record, from: waiting.row, run: &run, in: snapshot))
        } catch let problem as RowProblem {
          problems.append(problem)
        }
      }
      return Settled(made: make(records), problems: problems)
    }
  }

  private struct Waiting: Sendable {
    let record: Rows.Record
    let row: DatasetRow
  }

  private struct Settled<Made: Sendable>: Sendable {
    let made: Made
    let problems: [RowProblem]
  }

  /// What the rows have gathered so far, in the hands of one part after the other.
  private final class State: Sendable {
    let run: Mutex<ImportRun>

    init(_ run: sending ImportRun) {
      self.run = Mutex(run)
    }
  }
}
