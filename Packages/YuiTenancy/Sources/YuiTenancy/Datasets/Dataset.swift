public import YuiHTML
public import YuiOpenData
public import YuiStorage
public import YuiWeb

/// Something a module lets in and out as a table: its columns, who may read it, and how a row
/// becomes a change.
public protocol Dataset: Sendable {
  /// A row, read and checked.
  associatedtype Record

  /// Name and columns.
  var definition: DatasetDefinition { get }
  /// Who may export it; nil for everybody.
  var readPermission: Permission? { get }
  /// Who may import it.
  var importPermission: Permission { get }

  /// Where staff find what came in, besides the pages of the import; none unless a dataset has them.
  var pages: [PageLink] { get }

  /// Reads a row; says nothing of what is stored.
  ///
  /// - Throws: `RowProblem` for a row that cannot be right; `row.attempt` lets people know of all that
  ///   is wrong with it.
  func record(from row: inout DatasetRow) throws -> Record

  /// Stores a record: a new one is added, a known one changed, none is doubled.
  ///
  /// All rows of a file are stored in one transaction, which bounds a file to
  /// ``DatasetImport/mostRowsAtOnce``; a ``BulkDataset`` takes more.
  ///
  /// - Throws: `RowProblem` (made by `row.problem`) where what is stored does not allow it.
  func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome

  /// Ends an import in the transaction of its last row: what rows gathered is stored.
  func finish(_ run: inout ImportRun, in transaction: Transaction) throws

  /// Tells, in the report's notes and summaries, what the rows of a checked file have gathered.
  func summarise(_ run: inout ImportRun)

  /// The columns of an export; those of the definition, unless extra ones of files come out again.
  func exportColumns(in source: some Queryable) throws -> [DatasetColumn]

  /// Up to `limit` rows after a cursor, in the order of the cursors; the first page is after "".
  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow]
}

extension Dataset {
  /// No page is named.
  public var pages: [PageLink] { [] }

  /// Nothing was gathered.
  public func finish(_ run: inout ImportRun, in transaction: Transaction) throws {}

  /// There is nothing to tell.
  public func summarise(_ run: inout ImportRun) {}

  /// The columns of the definition.
  public func exportColumns(in source: some Queryable) throws -> [DatasetColumn] {
    definition.columns
  }
}

/// One exported row.
public struct ExportRow: Sendable {
  /// Where the next page goes on after this row.
  public let cursor: String
  /// The cells, in the order of the columns.
  public let cells: [String]

  /// Makes a row.
  public init(cursor: String, cells: [String]) {
    self.cursor = cursor
    self.cells = cells
  }
}
