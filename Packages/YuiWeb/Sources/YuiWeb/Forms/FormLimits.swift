/// How much a form may hold.
public struct FormLimits: Sendable, Hashable {
  /// How many fields, files among them.
  public var fields: Int
  /// How many bytes a name or a text may have.
  public var fieldBytes: Int
  /// How many bytes the whole body may have.
  public var totalBytes: Int
  /// Beyond how many bytes a file leaves memory for a temporary file.
  public var memoryBytes: Int
  /// How many bytes the headers of a part may have.
  public var headerBytes: Int

  /// Creates limits.
  public init(
    fields: Int = 200, fieldBytes: Int = 64 * 1024, totalBytes: Int = 1024 * 1024,
    memoryBytes: Int = 256 * 1024, headerBytes: Int = 4096
  ) {
    self.fields = fields
    self.fieldBytes = fieldBytes
    self.totalBytes = totalBytes
    self.memoryBytes = memoryBytes
    self.headerBytes = headerBytes
  }
}
