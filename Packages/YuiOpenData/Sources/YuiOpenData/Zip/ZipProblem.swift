import YuiText

/// The problems of an archive as such, and how to mend them; people know it as an Excel workbook.
enum ZipProblem {
  static let damaged = problem(
    ja: "Excelブックが壊れているか、途中で切れています。Excelで開き、もう一度保存してください。",
    en: "The Excel workbook is damaged or cut short. Open it in Excel and save it again.")

  static let encrypted = problem(
    ja: "暗号化されたファイルは読めません。パスワードを外して保存し直してください。",
    en: "The file is encrypted. Save it without a password.")

  static let zip64 = problem(
    ja: "ZIP64形式のファイルは読めません。Excelで開き、「Excelブック（*.xlsx）」として保存し直すか、ファイルを分けてください。",
    en: "The file uses ZIP64. Save it again in Excel as “Excel Workbook (*.xlsx)”, or split it.")

  static let parts = problem(
    ja: "分割されたZIPファイルは読めません。一つのファイルにしてください。",
    en: "The archive is in several parts. Join them into one file.")

  static let method = problem(
    ja: "この圧縮形式は読めません。Excelで開き、「Excelブック（*.xlsx）」として保存し直してください。",
    en: "The compression is not known. Save it again in Excel as “Excel Workbook (*.xlsx)”.")

  static func tooManyEntries(_ limit: Int) -> RowProblem {
    let limit = NumberText.grouped(limit)
    return problem(
      ja: "ブックの中の部品が\(limit)個を超えています。表だけを新しいブックに移してください。",
      en: "The workbook has more than \(limit) parts. Move the table alone to a new workbook.")
  }

  static func bomb(_ limit: Int) -> RowProblem {
    problem(
      ja: "展開すると大きすぎるファイルです（ZIP爆弾とみなす大きさ：\(limit >> 20) MiB、または圧縮率の異常）。"
        + "CSVとして保存するか、ファイルを分けてください。",
      en: "The file unpacks to too much (a zip bomb: more than \(limit >> 20) MiB, or compressed "
        + "beyond reason). Save it as CSV or split it.")
  }

  private static func problem(ja: String, en: String) -> RowProblem {
    RowProblem(line: 1, message: LocalizedText(ja: ja, en: en))
  }
}
