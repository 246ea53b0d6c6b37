/// Rows in columns as wide as their widest cell; CJK characters count as two.
struct TextTable {
  let headings: [String]
  var rows: [[String]] = []

  var description: String {
    let all = [headings] + rows
    let widths = headings.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
    return all.map { row in
      row.indices.map { column in
        column == row.count - 1
          ? row[column]
          : row[column] + String(repeating: " ", count: widths[column] - row[column].columns + 2)
      }.joined()
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var columns: Int {
    unicodeScalars.reduce(0) { $0 + ((0x1100...0xFFDC).contains($1.value) ? 2 : 1) }
  }
}
