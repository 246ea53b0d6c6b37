/// What a form sent: its texts in order, and its files.
///
/// Texts are valid UTF-8 without NUL; their line breaks are line feeds.
public struct FormData: Sendable {
  /// A name with a text.
  public struct Field: Sendable, Hashable {
    /// The name of the field.
    public let name: String
    /// What was sent.
    public let value: String

    /// Creates a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The texts, in the order they were sent.
  public internal(set) var fields: [Field]
  /// The files, in the order they were sent; a field in which none was chosen is not among them.
  public internal(set) var files: [UploadedFile]

  /// Creates a form.
  public init(fields: [Field] = [], files: [UploadedFile] = []) {
    self.fields = fields
    self.files = files
  }

  /// The first text of a field.
  public func first(_ name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// The texts of a field, in order.
  public func values(named name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The first file of a field.
  public func file(_ name: String) -> UploadedFile? {
    files.first { $0.field == name }
  }
}
