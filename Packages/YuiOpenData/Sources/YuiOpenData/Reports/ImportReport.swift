public import YuiText

/// What an import found and did, or would do.
public struct ImportReport: Sendable, Equatable {
  /// The number of rows read, without the header and blank lines.
  public var rows = 0
  /// The number of records that are new.
  public var created = 0
  /// The number of records that change.
  public var updated = 0
  /// The number of records that stay as they are.
  public var unchanged = 0
  /// What keeps the file from being imported.
  public var problems = BoundedList<RowProblem>()
  /// What was read in another form than written.
  public var repairs = BoundedList<Repair>()
  /// What else people should know before they confirm.
  public var notes = BoundedList<LocalizedText>()
  /// What holds of many rows, in a line each: told where a note for every row would tell nothing.
  public var summaries = BoundedList<LocalizedText>()

  /// Creates an empty report.
  public init() {}

  /// Whether nothing keeps the file from being imported.
  public var isAccepted: Bool { problems.isEmpty }
}
