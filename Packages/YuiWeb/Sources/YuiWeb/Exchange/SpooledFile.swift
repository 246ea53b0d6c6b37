/// A file that is made aside and sent when it is whole, however long that takes the reader.
///
/// It lies on the disk without a name and goes with its last holder. For `slow:` handlers: rows are
/// read page by page, so that no snapshot is held while a file is made or sent.
///
/// ```swift
/// let file = try SpooledFile()
/// try file.append(Array("id,score\r\n".utf8))
/// return try file.response(contentType: "text/csv; charset=utf-8")
/// ```
public struct SpooledFile: Sendable {
  private let file: TemporaryFile

  /// Makes an empty file.
  ///
  /// - Throws: where the disk does not take it.
  public init() throws {
    file = try TemporaryFile()
  }

  /// Writes at the end.
  public func append(_ bytes: [UInt8]) throws {
    try file.append(bytes[...])
  }

  /// The file as an answer.
  public func response(contentType: String) throws -> Response {
    .file(try file.body(), contentType: contentType)
  }
}
