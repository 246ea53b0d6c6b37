public import YuiOpenData
public import YuiStorage
public import YuiText

/// A dataset whose files may hold more than one transaction can take: up to
/// ``DatasetImport/mostRows`` rows.
///
/// A file is checked as a whole first. Its records are settled against what is stored and kept in
/// the tenant's database; then they are stored in slices, between which others write, and an import
/// that a crash cuts short is finished later. So what was settled is never refused.
public protocol BulkDataset: Dataset where Record: Sendable {
  /// Checks a record against what is stored and the rows before it, and completes it: it names what
  /// it belongs to by what never changes, and has its own id.
  ///
  /// - Throws: `RowProblem` (made by `row.problem`) where what is stored does not allow it.
  func settle(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws -> Record

  /// The cells of a settled record, from which ``Dataset/record(from:)`` reads the same again.
  func cells(of record: Record) -> [String]

  /// Stores settled records, no two of which are about the same.
  ///
  /// - Parameter now: when the file was checked.
  func apply(
    _ records: [Record], at now: Timestamp, in transaction: Transaction
  ) throws -> ImportCounts
}

extension BulkDataset {
  /// Stores one record, as a slice of its own.
  public func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome {
    let settled = try settle(record, from: row, run: &run, in: transaction)
    let counts = try apply([settled], at: run.now, in: transaction)
    return counts.created > 0 ? .created : counts.updated > 0 ? .updated : .unchanged
  }
}
