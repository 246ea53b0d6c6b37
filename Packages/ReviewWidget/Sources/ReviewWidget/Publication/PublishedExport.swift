import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

/// A file for other programs that everybody may take away.
struct PublishedExport: PublishedTable {
  let name: String
  let title: LocalizedText
  let summary: LocalizedText
  let table: any ExportTable

  var columns: [DatasetColumn] { table.fileColumns }

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    try table.rows(after: cursor, in: source)
  }
}
