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

  /// The columns in which settled records of one file are kept; those of the definition unless a
  /// dataset has others of a file, or tells what a file lacks from what it leaves empty.
  func columns(of records: [Record]) -> [String]

  /// The cells of a settled record, from which ``Dataset/record(from:)`` reads the same again.
  func cells(of record: Record, in columns: [String]) -> [String]

  /// Stores settled records, no two of which are about the same.
  func apply(
    _ records: [Record], from origin: ImportOrigin, in transaction: Transaction
  ) throws -> ImportCounts
}

/// Where the records of an import come from.
public struct ImportOrigin: Sendable, Hashable {
  /// Who imports them, as the audit log names them; empty where nothing will be stored.
  public let who: String
  /// The name of the file.
  public let file: String
  /// When the file was checked.
  public let checkedAt: Timestamp

  /// Describes an import.
  public init(who: String, file: String, checkedAt: Timestamp) {
    (self.who, self.file, self.checkedAt) = (who, file, checkedAt)
  }
}

extension BulkDataset {
  /// The columns of the definition.
  public func columns(of records: [Record]) -> [String] { definition.columns.map(\.name) }

  /// Stores one record, as a slice of its own.
  public func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome {
    let settled = try settle(record, from: row, run: &run, in: transaction)
    let origin = ImportOrigin(who: "", file: "", checkedAt: run.now)
    let counts = try apply([settled], from: origin, in: transaction)
    return counts.created > 0 ? .created : counts.updated > 0 ? .updated : .unchanged
  }
}
