import YuiText

/// The problems of a file's header, and how to mend them.
enum HeaderProblem {
  static func emptyFile(_ definition: DatasetDefinition) -> RowProblem {
    let names = definition.columns.map(\.name).joined(separator: ",")
    return RowProblem(
      line: 1,
      message: LocalizedText(
        ja: "ファイルが空です。1行目に列名を書いてください：\(names)",
        en: "The file is empty. Its first line must hold the column names: \(names)"))
  }

  static func doubled(line: Int, _ column: TableColumn, first: Int) -> RowProblem {
    RowProblem(
      line: line, column: column,
      message: LocalizedText(
        ja: "同じ列が\(first)列目にもあります。どちらかを取り除いてください。",
        en: "Column \(first) is the same column. Remove one of them."))
  }

  static func unknown(line: Int, _ column: TableColumn, nearest: String?) -> RowProblem {
    RowProblem(
      line: line, column: column,
      message: nearest.map {
        LocalizedText(
          ja: "この列名はありません。「\($0)」ではありませんか。",
          en: "There is no such column. Did you mean “\($0)”?")
      }
        ?? LocalizedText(
          ja: "この列名はありません。列を取り除いてください。",
          en: "There is no such column. Remove it."))
  }

  static func missing(line: Int, _ column: DatasetColumn, in names: [String]) -> RowProblem {
    // A single column is often a whole header with another separator.
    let isSingle = names.count == 1
    return RowProblem(
      line: line,
      message: LocalizedText(
        ja: "必須の列「\(column.name)」（\(column.label[.ja])）がありません。列を加えてください。"
          + (isSingle ? "値がコンマで区切られているかも確かめてください。" : ""),
        en: "The required column “\(column.name)” (\(column.label[.en])) is missing. Add it."
          + (isSingle ? " See that values are separated by commas, too." : "")))
  }
}
