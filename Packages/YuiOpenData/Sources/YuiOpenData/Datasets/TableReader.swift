package import YuiText

/// Reads the rows of a table from a file of one form.
package protocol TableReader {
  /// Reads the next row; returns `nil` at the end of the table.
  ///
  /// - Throws: a `RowProblem` where the file cannot be read on.
  mutating func next() throws -> TableRecord?
  /// How many bytes of the file were read, about.
  var offset: Int { get }
  /// What people should know of how it was read, once it is.
  var notes: [LocalizedText] { get }
}

/// Finds out the form of a file by what it holds, not by its name.
package enum TableForm {
  /// Text, row by row.
  case csv
  /// An Excel workbook.
  case xlsx
  /// Features on the map.
  case geoJSON

  // The compound files of older programs ([MS-CFB] 2.2), in which encrypted workbooks are wrapped too.
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Looks at the first bytes of a file.
  ///
  /// - Throws: a `RowProblem` for a form that is known and not read.
  package init(of file: TableFile) throws {
    let start = try file.read(at: 0, count: 64)
    guard !start.starts(with: Self.compoundFile) else { throw XLSXProblem.olderWorkbook }
    if ZipArchive.isRecognised(Array(start.prefix(8))) {
      self = .xlsx
    } else {
      self = Self.beginsObject(start) ? .geoJSON : .csv
    }
  }

  /// Whether the first character is a brace, with which no header of a table begins.
  private static func beginsObject(_ start: [UInt8]) -> Bool {
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
    return text.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
  }
}
