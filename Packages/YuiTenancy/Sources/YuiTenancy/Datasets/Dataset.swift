public import YuiOpenData
public import YuiStorage
public import YuiText
internal import YuiTransparencyLog
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

  /// Reads a row; says nothing of what is stored.
  ///
  /// - Throws: `RowProblem` for a row that cannot be right.
  func record(from row: inout DatasetRow) throws -> Record

  /// Stores a record: a new one is added, a known one changed, none is doubled.
  ///
  /// - Throws: `RowProblem` (made by `row.problem`) where what is stored does not allow it.
  func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome

  /// Up to `limit` rows after a cursor, in the order of the cursors; the first page is after "".
  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow]
}

/// What became of a record.
public enum ImportOutcome: Sendable {
  case created, updated, unchanged
}

/// One import as its rows see it.
public struct ImportRun {
  /// When it happens.
  public let now: Timestamp
  /// What is found; rows may add notes.
  public var report: ImportReport
  private var occurrences: [Digest: Int] = [:]
  private var lines: [String: Int] = [:]

  init(now: Timestamp) {
    self.now = now
    report = ImportReport()
  }

  /// Notes which record a row is about; the line of an earlier row about the same one, where two
  /// rows of a file contradict each other.
  public mutating func earlierLine(about record: String, line: Int) -> Int? {
    if let earlier = lines[record] { return earlier }
    lines[record] = line
    return nil
  }

  /// An id that follows from what a row says.
  ///
  /// Importing the same file again finds the same records. Equal rows of one file are told apart by
  /// their order.
  ///
  /// - Parameter time: the time in the id; nil for a record without one.
  public mutating func identity(of text: String, at time: Timestamp?) -> UUIDv7 {
    let digest = SHA256.hash(Array(text.utf8))
    let occurrence = occurrences[digest, default: 0]
    occurrences[digest] = occurrence + 1
    let own = occurrence == 0 ? digest : SHA256.hash(digest.bytes + Array("\(occurrence)".utf8))
    return UUIDv7(at: time ?? Timestamp(milliseconds: 0), filledFrom: own.bytes)
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
