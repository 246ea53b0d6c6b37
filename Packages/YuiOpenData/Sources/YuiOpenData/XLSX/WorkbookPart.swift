import YuiText

/// A part of a workbook, read as XML.
struct WorkbookPart {
  private let path: String
  private let content: ZipEntryReader
  private let parser: XMLParser

  /// Opens a part; `nil` where the workbook has none of that path.
  init?(_ path: String, in archive: ZipArchive, _ handler: any XMLHandler) throws {
    guard let entry = archive.entry(path) else { return nil }
    guard let parser = XMLParser(handler) else { throw XLSXProblem.malformed(path) }
    (self.path, self.parser) = (path, parser)
    content = try ZipEntryReader(entry, of: archive)
  }

  /// How many bytes of the archive lie before what was not read yet.
  var offset: Int { content.offset }

  /// Reads on; false behind the end.
  func readOn() throws -> Bool {
    let bytes = try content.next()
    do {
      try parser.parse(bytes ?? [], isLast: bytes == nil)
    } catch let failure as XMLParser.Failure {
      throw failure == .documentType ? XLSXProblem.documentType : XLSXProblem.malformed(path)
    }
    return bytes != nil
  }

  /// Reads the whole part.
  func readAll() throws {
    while try readOn() {}
  }
}
