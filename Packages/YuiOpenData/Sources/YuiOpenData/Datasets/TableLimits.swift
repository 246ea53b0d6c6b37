/// Bounds within which a table is read, whatever the form of its file.
public struct TableLimits: Sendable {
  /// The greatest length of a field, in bytes of UTF-8.
  public var fieldBytes = 65_536
  /// The greatest number of columns.
  public var columns = 256
  /// The greatest number of rows, the header included.
  public var rows: Int

  /// Creates bounds.
  public init(rows: Int = 2_000_000) {
    self.rows = rows
  }
}
