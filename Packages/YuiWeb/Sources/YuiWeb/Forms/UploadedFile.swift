/// A file that a form sent; it ends with the last value that holds it.
public struct UploadedFile: Sendable {
  /// The name of its field.
  public let field: String
  /// The name to show: the last part of what was sent, without control characters.
  ///
  /// It never names a file on the server.
  public let fileName: String
  /// What kind of file the sender says it is, in lower case; not to be trusted.
  public let contentType: String?
  private let content: SpooledBytes

  init(field: String, fileName: String, contentType: String?, content: SpooledBytes) {
    self.field = field
    self.fileName = Self.shown(fileName)
    self.contentType = contentType
    self.content = content
  }

  /// Creates a file that is in memory, for tests.
  package init(field: String, fileName: String, bytes: [UInt8]) throws(FormError) {
    var content = SpooledBytes()
    try content.append(bytes[...], memoryBytes: .max, folder: "")
    self.init(field: field, fileName: fileName, contentType: nil, content: content)
  }

  /// How many bytes the file has.
  public var byteCount: Int { content.count }

  /// Whether the file is held in memory, not in a temporary file.
  package var isInMemory: Bool { content.isInMemory }

  /// Reads the whole file into memory.
  public func bytes() throws(FormError) -> [UInt8] {
    try content.inMemory()
  }

  /// Reads up to `count` bytes from an offset; fewer only at the end of the file.
  public func read(at offset: Int, count: Int) throws(FormError) -> [UInt8] {
    try content.read(at: offset, count: count)
  }

  private static func shown(_ fileName: String) -> String {
    let last = fileName.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let kept = last.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      // Format characters among them, which can turn the order of what is shown.
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
      default: true
      }
    }
    let name = String(String.UnicodeScalarView(kept.prefix(200)))
    return name.isEmpty || name.allSatisfy({ $0 == "." || $0 == " " }) ? "file" : name
  }
}
