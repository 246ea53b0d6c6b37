import YuiText

/// The problems of a workbook as such, and how to mend them.
enum XLSXProblem {
  static let olderWorkbook = problem(
    ja: "古い形式（.xls）か、パスワードで保護されたExcelブックです。"
      + "Excelでパスワードを外し、「Excelブック（*.xlsx）」として保存し直してください。",
    en:
      "This is an older workbook (.xls), or one protected by a password. Save it in Excel without "
      + "a password as “Excel Workbook (*.xlsx)”.")

  static let noWorkbook = problem(
    ja: "ZIPファイルですが、Excelブック（.xlsx）ではありません。「Excelブック（*.xlsx）」かCSVとして保存し直してください。",
    en:
      "This is a ZIP file, but no Excel workbook (.xlsx). Save it as “Excel Workbook (*.xlsx)” or "
      + "CSV.")

  static let documentType = problem(
    ja: "ブックの中のXMLに文書型宣言（DOCTYPE）があります。外部の参照を含みうるため読み込みません。"
      + "Excelで開き、もう一度保存してください。",
    en:
      "The XML of the workbook declares a document type (DOCTYPE), which may refer to other files, "
      + "and is not read. Open it in Excel and save it again.")

  static func malformed(_ part: String) -> RowProblem {
    problem(
      ja: "ブックの中の「\(excerpt(part))」が壊れています。Excelで開き、もう一度保存してください。",
      en: "The part “\(excerpt(part))” of the workbook is damaged. Open it in Excel and save it "
        + "again.")
  }

  static func tooLarge(_ what: LocalizedText) -> RowProblem {
    problem(
      ja: "ブックの\(what[.ja])が大きすぎます。表だけを新しいブックに移すか、CSVとして保存してください。",
      en:
        "The \(what[.en]) of the workbook are too large. Move the table alone to a new workbook, or "
        + "save it as CSV.")
  }

  static func noSheet(_ name: String, among names: [String]) -> RowProblem {
    let known = names.prefix(20).map { excerpt($0) }
    return problem(
      ja: "シート「\(excerpt(name))」はありません。このブックのシート：\(known.joined(separator: "、"))",
      en: "There is no sheet “\(excerpt(name))”. The workbook has \(known.joined(separator: ", "))."
    )
  }

  static func tooManyColumns(row: Int, _ limit: Int) -> RowProblem {
    RowProblem(
      line: row,
      message: LocalizedText(
        ja: "列が\(limit)を超えています。表の右にある値を取り除いてください。",
        en: "The row has more than \(limit) columns. Remove what stands right of the table."))
  }

  static func beyondHeader(_ cell: CellReference) -> RowProblem {
    RowProblem(
      line: cell.row, column: TableColumn(number: cell.column, name: ""),
      message: LocalizedText(
        ja: "列名のない列（\(cell.name)）に値があります。1行目に列名を書くか、値を取り除いてください。",
        en: "There is a value in a column without a name (\(cell.name)). Name the column in the "
          + "header or remove the value."))
  }

  private static func problem(ja: String, en: String) -> RowProblem {
    RowProblem(line: 1, message: LocalizedText(ja: ja, en: en))
  }
}
