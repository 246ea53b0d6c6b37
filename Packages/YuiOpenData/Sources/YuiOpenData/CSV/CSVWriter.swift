/// Writes CSV (RFC 4180) in UTF-8 with CRLF, safe to open in a spreadsheet.
///
/// Texts that a spreadsheet would run get an apostrophe in front, which `CSVReader` removes again:
/// what was written is what is read.
///
/// ```swift
/// var writer = CSVWriter()
/// writer.write(["service", "score"])
/// writer.write(["=cmd()", "-5"])
/// writer.take()  // service,score␍␊'=cmd(),-5␍␊
/// ```
public struct CSVWriter {
  private var bytes: [UInt8]

  /// Creates a writer; Excel needs the byte order mark to recognise UTF-8.
  public init(byteOrderMark: Bool = false) {
    bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// The number of bytes waiting to be taken.
  public var count: Int { bytes.count }

  /// Writes one row.
  public mutating func write(_ fields: [String]) {
    // A row of one empty field would be a blank line.
    if fields == [""] { bytes.append(contentsOf: "\"\"".utf8) }
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(field)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// Takes what was written since the last call, so that a long file can be sent in pieces.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func write(_ field: String) {
    var field = field
    field.withUTF8 { write($0) }
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
    }
    if needsQuotes { bytes.append(quote) }
    if FormulaGuard.isNeeded(text) { bytes.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text {
        bytes.append(byte)
        if byte == quote { bytes.append(quote) }
      }
      bytes.append(quote)
    } else {
      bytes.append(contentsOf: text)
    }
  }
}
