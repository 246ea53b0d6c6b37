import YuiText

/// The text of a file as UTF-8, some whole lines at a time.
///
/// A line feed byte is a line feed in both encodings, so that a file can be cut behind one.
struct TextBlocks {
  private static let usualBytes = 1 << 20
  /// More than any row may have; a longer line is cut wherever it is.
  private static let mostBytes = 32 << 20

  private let file: TableFile
  private let encoding: TextEncoding
  /// The line on which the file stops being UTF-8, where that was tried first.
  private let firstForeignLine: Int?
  private(set) var offset = 0
  private var line = 1

  /// Finds the encoding out unless it is named: valid UTF-8 is UTF-8, everything else CP932.
  init(_ file: TableFile, encoding named: TextEncoding?) throws {
    self.file = file
    firstForeignLine = named == .cp932 ? nil : try Self.firstLine(of: file, thatIsNot: .utf8)
    if named == .utf8, let firstForeignLine {
      throw CSVProblem.encoding(named, line: firstForeignLine)
    }
    encoding = named ?? (firstForeignLine == nil ? .utf8 : .cp932)
  }

  private init(raw file: TableFile) {
    (self.file, encoding, firstForeignLine) = (file, .utf8, nil)
  }

  /// Returns the next lines without a byte order mark, or `nil` behind the last.
  mutating func next() throws -> [UInt8]? {
    let isFirst = offset == 0
    let bytes = try nextBytes()
    guard !bytes.isEmpty else { return nil }
    if encoding == .utf8 {
      // Known to be valid.
      return isFirst && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    }
    guard let text = TextEncoding.decodeUTF8(bytes, as: .cp932) else {
      let found = line + Self.lines(before: .cp932, in: bytes)
      throw CSVProblem.encoding(
        firstForeignLine == nil ? .cp932 : nil,
        line: max(found, firstForeignLine ?? 0))
    }
    line += text.count { $0 == 0x0A }
    return Array(text)
  }

  /// The bytes of the next lines as they are.
  private mutating func nextBytes() throws -> [UInt8] {
    var count = Self.usualBytes
    while true {
      var bytes = try file.read(at: offset, count: count)
      let isRest = offset + bytes.count >= file.size
      if !isRest, let end = bytes.lastIndex(of: 0x0A) {
        bytes.removeSubrange((end + 1)...)
      } else if !isRest, count < Self.mostBytes {
        count *= 2
        continue
      }
      offset += bytes.count
      return bytes
    }
  }

  private static func firstLine(
    of file: TableFile, thatIsNot encoding: TextEncoding
  ) throws -> Int? {
    var blocks = TextBlocks(raw: file)
    var line = 1
    while true {
      let bytes = try blocks.nextBytes()
      if bytes.isEmpty { return nil }
      if TextEncoding.decodeUTF8(bytes, as: encoding) == nil {
        return line + lines(before: encoding, in: bytes)
      }
      line += bytes.count { $0 == 0x0A }
    }
  }

  /// How many lines can be read before the first that cannot.
  private static func lines(before encoding: TextEncoding, in bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { TextEncoding.decodeUTF8(Array($0), as: encoding) == nil } ?? 0
  }
}
