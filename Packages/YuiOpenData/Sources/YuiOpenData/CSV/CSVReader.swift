public import YuiText

private let quote = UInt8(ascii: "\"")
private let comma = UInt8(ascii: ",")

/// Reads CSV (RFC 4180) row by row: UTF-8 or CP932, CRLF or LF, quoted fields with line breaks.
///
/// The reader is strict, since a wrong quote would shift everything behind it: a quote that is not
/// closed, or stands where none may, ends the reading. Blank lines are skipped. Of the file, no more
/// than about a mebibyte is in memory.
///
/// ```swift
/// var reader = try CSVReader(TableFile(bytes))
/// while let record = try reader.next() { print(record.line, record[0]) }
/// ```
public struct CSVReader: TableReader {
  private var blocks: TextBlocks
  private let limits: TableLimits
  /// Whole lines of the file, of which those before `position` were read.
  private var bytes: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var line = 1
  private var rows = 0

  /// Creates a reader of a file; `encoding` overrides what its bytes look like.
  ///
  /// - Throws: a `RowProblem` where the file is not in the encoding.
  public init(
    _ file: TableFile, encoding: TextEncoding? = nil, limits: TableLimits = TableLimits()
  ) throws {
    blocks = try TextBlocks(file, encoding: encoding)
    self.limits = limits
  }

  package var offset: Int { blocks.offset }

  package var notes: [LocalizedText] { [] }

  /// Reads the next row; returns `nil` at the end of the file.
  ///
  /// - Throws: a `RowProblem` where the file cannot be read on.
  public mutating func next() throws -> TableRecord? {
    while true {
      let start = (position, line, rows)
      do {
        if let record = try readRecord() { return record }
        if isAtEnd { return nil }
      } catch {
        // A quote may be closed in lines that are still to come.
        if isAtEnd || position < bytes.endIndex { throw error }
      }
      (position, line, rows) = start
      try readOn()
    }
  }

  /// Takes in more lines behind those that were not read yet.
  private mutating func readOn() throws {
    bytes.removeSubrange(..<position)
    position = 0
    guard let block = try blocks.next() else {
      isAtEnd = true
      return
    }
    if bytes.isEmpty { bytes = block } else { bytes += block }
  }

  /// Reads a row of the lines at hand; returns `nil` behind the last.
  private mutating func readRecord() throws(RowProblem) -> TableRecord? {
    skipBlankLines()
    guard position < bytes.endIndex else { return nil }
    rows += 1
    guard rows <= limits.rows else { throw CSVProblem.tooManyRows(line, limits.rows - 1) }
    var record = TableRecord(line: line, isGuarded: true)
    repeat {
      guard record.count < limits.columns else {
        throw CSVProblem.tooManyColumns(record.line, limits.columns)
      }
      if current == quote { try readQuoted(into: &record) } else { try readBare(into: &record) }
      record.endField()
    } while takeComma()
    takeLineBreak()
    return record
  }

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private var isAtLineBreak: Bool {
    current == 0x0A
      || current == 0x0D && position + 1 < bytes.endIndex && bytes[position + 1] == 0x0A
  }

  private mutating func takeComma() -> Bool {
    guard current == comma else { return false }
    position += 1
    return true
  }

  private mutating func takeLineBreak() {
    guard isAtLineBreak else { return }
    position += current == 0x0A ? 1 : 2
    line += 1
  }

  private mutating func skipBlankLines() {
    while isAtLineBreak { takeLineBreak() }
  }

  private mutating func readBare(into record: inout TableRecord) throws(RowProblem) {
    let start = position
    while true {
      skipPlainBytes()
      guard position < bytes.endIndex else { break }
      let byte = bytes[position]
      if byte == comma || byte == 0x0A { break }
      if byte == quote { throw CSVProblem.bareQuote(record) }
      if byte == 0x0D {
        if isAtLineBreak { break }
        throw CSVProblem.loneCarriageReturn(record)
      }
      checkControl(at: position, in: &record)
      position += 1
    }
    try Self.append(bytes[start..<position], to: &record, within: limits.fieldBytes)
  }

  private mutating func readQuoted(into record: inout TableRecord) throws(RowProblem) {
    let firstLine = line
    position += 1
    var start = position
    while true {
      skipPlainBytes()
      guard position < bytes.endIndex else { break }
      let byte = bytes[position]
      position += 1
      if byte == 0x0A {
        line += 1
        // Told at once: a quote that is never closed would swallow the rest of the file.
        guard position - start <= limits.fieldBytes else {
          throw CSVProblem.tooLongField(record, limits.fieldBytes)
        }
      }
      guard byte == quote else {
        if byte != 0x0A, byte != 0x0D { checkControl(at: position - 1, in: &record) }
        continue
      }
      if current == quote {
        // A doubled quote is one: keep the first, go on behind the second.
        try Self.append(bytes[start..<position], to: &record, within: limits.fieldBytes)
        position += 1
        start = position
        continue
      }
      try Self.append(bytes[start..<(position - 1)], to: &record, within: limits.fieldBytes)
      guard current == nil || current == comma || isAtLineBreak else {
        throw CSVProblem.textAfterQuote(record)
      }
      return
    }
    throw CSVProblem.unclosedQuote(record, line: firstLine)
  }

  /// Moves on to the next byte that may mean something: most do not.
  private mutating func skipPlainBytes() {
    position = Self.endOfPlainBytes(from: position, in: bytes)
  }

  private static func endOfPlainBytes(from start: Int, in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var next = start
      while next < bytes.count, isPlain(bytes[next]) { next += 1 }
      return next
    }
  }

  /// Whether a byte is neither comma nor quote nor of a control character.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != comma && byte != quote && byte != 0x7F && byte != 0xC2
  }

  // The reader itself is not passed along: it would be copied for each field.
  private static func append(
    _ part: ArraySlice<UInt8>, to record: inout TableRecord, within limit: Int
  ) throws(RowProblem) {
    guard record.openLength + part.count <= limit else {
      throw CSVProblem.tooLongField(record, limit)
    }
    record.append(part)
  }

  /// Notes a control character: C0 but for tab, DEL, and C1, which is U+0080–9F behind 0xC2.
  private func checkControl(at index: Int, in record: inout TableRecord) {
    let byte = bytes[index]
    // In valid UTF-8 a continuation follows 0xC2.
    let isControl =
      byte < 0x20 ? byte != 0x09 : byte == 0x7F || byte == 0xC2 && bytes[index + 1] < 0xA0
    if isControl, record.problem == nil { record.problem = CSVProblem.control(record) }
  }
}
