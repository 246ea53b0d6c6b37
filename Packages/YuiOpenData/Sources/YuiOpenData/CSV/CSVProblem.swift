import YuiText

/// The problems of CSV as such, and how to mend them.
enum CSVProblem {
  static func encoding(_ encoding: TextEncoding?, line: Int) -> RowProblem {
    let names =
      switch encoding {
      case .utf8: LocalizedText(ja: "UTF-8", en: "UTF-8")
      case .cp932: LocalizedText(ja: "CP932（Shift_JIS）", en: "CP932 (Shift_JIS)")
      case nil:
        LocalizedText(ja: "UTF-8でもCP932（Shift_JIS）でも", en: "UTF-8 or CP932 (Shift_JIS)")
      }
    return RowProblem(
      line: line,
      message: LocalizedText(
        ja: "\(names[.ja])\(encoding == nil ? "" : "では")読めない文字があります。"
          + "「CSV UTF-8（コンマ区切り）」として保存し直してください。",
        en: "There are bytes that are not \(names[.en]). Save the file as CSV UTF-8."))
  }

  static func tooManyRows(_ line: Int, _ limit: Int) -> RowProblem {
    let limit = NumberText.grouped(limit)
    return RowProblem(
      line: line,
      message: LocalizedText(
        ja: "\(limit)行を超えています。ファイルを分けてください。",
        en: "The file has more than \(limit) rows. Split it."))
  }

  static func tooManyColumns(_ line: Int, _ limit: Int) -> RowProblem {
    RowProblem(
      line: line,
      message: LocalizedText(
        ja: "列が\(limit)を超えています。余分なコンマを取り除いてください。",
        en: "The row has more than \(limit) columns. Remove superfluous commas."))
  }

  static func tooLongField(_ record: TableRecord, _ limit: Int) -> RowProblem {
    let kibibytes = limit / 1_024
    return RowProblem(
      line: record.line, column: openColumn(record),
      message: LocalizedText(
        ja: "値が\(kibibytes) KiBを超えています。閉じていない引用符がないか確かめてください。",
        en: "The value is longer than \(kibibytes) KiB. Look for a quote that is not closed."))
  }

  static func bareQuote(_ record: TableRecord) -> RowProblem {
    RowProblem(
      line: record.line, column: openColumn(record),
      message: LocalizedText(
        ja: "値の途中に引用符（\"）があります。値全体を引用符で囲み、"
          + "中の引用符は二つ（\"\"）にしてください。",
        en: "There is a quote (\") inside the value. Put the whole value in quotes and double "
          + "(\"\") the quotes inside."))
  }

  static func textAfterQuote(_ record: TableRecord) -> RowProblem {
    RowProblem(
      line: record.line, column: openColumn(record),
      message: LocalizedText(
        ja: "閉じる引用符（\"）の後に文字があります。値の中の引用符は二つ（\"\"）にしてください。",
        en: "There is text after the closing quote (\"). Double (\"\") the quotes in a value."))
  }

  static func unclosedQuote(_ record: TableRecord, line: Int) -> RowProblem {
    RowProblem(
      line: line, column: openColumn(record),
      message: LocalizedText(
        ja: "ここで始まる引用符（\"）が閉じていません。値の終わりに引用符を付けてください。",
        en: "The quote (\") that begins here is not closed. Add a quote at the end of the value."))
  }

  static func loneCarriageReturn(_ record: TableRecord) -> RowProblem {
    RowProblem(
      line: record.line, column: openColumn(record),
      message: LocalizedText(
        ja: "改行がCRだけです。改行をCRLFかLFにして保存し直してください。",
        en: "The line ends in CR alone. Save the file with CRLF or LF."))
  }

  static func control(_ record: TableRecord) -> RowProblem {
    RowProblem(
      line: record.line, column: openColumn(record),
      message: LocalizedText(
        ja: "制御文字が含まれています。値を入力し直してください。",
        en: "The value holds a control character. Type the value anew."))
  }

  private static func openColumn(_ record: TableRecord) -> TableColumn {
    TableColumn(number: record.count + 1, name: "")
  }
}
