import YuiText

/// What keeps a cell of a sheet from being read, and how to mend it.
enum CellProblem: Error {
  /// A formula came to an error such as `#REF!`.
  case error(String)
  /// A formula whose result was not saved.
  case noResult
  /// A number formatted as a date that is none.
  case noDate(String)
  /// What stands for a number is none.
  case noNumber(String)
  /// It refers to a text that the workbook does not have.
  case noText
  /// It is longer than a field may be.
  case tooLong(bytes: Int)
  /// It holds a character that no text has.
  case control

  /// Says what is wrong with the cell of a name such as `B3`.
  func message(_ cell: String) -> LocalizedText {
    switch self {
    case .error(let error):
      LocalizedText(
        ja: "セル\(cell)はエラー（\(excerpt(error))）です。数式を直すか、値を入力してください。",
        en: "Cell \(cell) is an error (\(excerpt(error))). Mend the formula or type the value.")
    case .noResult:
      LocalizedText(
        ja: "セル\(cell)の数式は計算結果が保存されていません。Excelで開き、もう一度保存してください。",
        en:
          "Cell \(cell) is a formula saved without its result. Open the file in Excel and save it "
          + "again.")
    case .noDate(let text):
      LocalizedText(
        ja: "セル\(cell)の「\(excerpt(text))」は日付として表せません（1900年2月29日など、ない日です）。入力し直してください。",
        en:
          "Cell \(cell) holds “\(excerpt(text))”, which is no date (29 February 1900, for one, never "
          + "was). Type it anew.")
    case .noNumber(let text):
      LocalizedText(
        ja: "セル\(cell)の「\(excerpt(text))」は数値ではありません。入力し直してください。",
        en: "Cell \(cell) holds “\(excerpt(text))”, which is no number. Type it anew.")
    case .noText:
      LocalizedText(
        ja: "セル\(cell)の文字列がブックにありません。Excelで開き、もう一度保存してください。",
        en: "The text of cell \(cell) is not in the workbook. Open it in Excel and save it again.")
    case .tooLong(let bytes):
      LocalizedText(
        ja: "セル\(cell)の値が\(bytes / 1_024) KiBを超えています。短くしてください。",
        en: "The value of cell \(cell) is longer than \(bytes / 1_024) KiB. Shorten it.")
    case .control:
      LocalizedText(
        ja: "セル\(cell)に制御文字が含まれています。値を入力し直してください。",
        en: "Cell \(cell) holds a control character. Type the value anew.")
    }
  }
}
