import YuiHTML
import YuiOpenData
import YuiText

/// What a check of a file found, place by place: problems, repairs, notes.
struct ImportFindings: Component {
  let report: ImportReport
  let language: Language

  @HTMLBuilder var markup: HTML {
    part(text("問題", "Problems"), of: report.problems) { problems in
      DataTable(
        text("直すところ", "What to mend"),
        columns: placeColumns + [.init(text("内容", "Problem"))],
        rows: problems.map { place($0.line, $0.column) + [$0.message[language]] }, isDense: true
      ).markup
    }
    part(text("補正", "Repairs"), of: report.repairs) { repairs in
      DataTable(
        text("読み替えた値", "Values read in another form"),
        columns: placeColumns + [
          .init(text("ファイルの値", "In the file")), .init(text("読み取った値", "Read as")),
        ], rows: repairs.map { place($0.line, $0.column) + [$0.from, $0.to] }, isDense: true
      ).markup
    }
    part(text("全体について", "In general"), of: report.summaries) { summaries in
      ul { for summary in summaries { li { summary[language] } } }
    }
    part(text("お知らせ", "Notes"), of: report.notes) { notes in
      ul { for note in notes { li { note[language] } } }
    }
  }

  @HTMLBuilder private func part<Element>(
    _ title: String, of list: BoundedList<Element>, _ content: ([Element]) -> HTML
  ) -> HTML {
    if !list.isEmpty {
      section {
        h2 {
          title
            + text("（\(NumberText.grouped(list.count))件）", " (\(NumberText.grouped(list.count)))")
        }
        content(list.first)
        if list.count > list.first.count {
          let rest = NumberText.grouped(list.count - list.first.count)
          p { text("ほか\(rest)件", "and \(rest) more") }
        }
      }
    }
  }

  private var placeColumns: [DataTable.Column] {
    [.init(text("行", "Line"), .number), .init(text("列", "Column"))]
  }

  private func place(_ line: Int, _ column: TableColumn?) -> [String] {
    guard let column else { return [NumberText.grouped(line), ""] }
    return [NumberText.grouped(line), column.name.isEmpty ? "\(column.number)" : column.name]
  }

  private func text(_ ja: String, _ en: String) -> String {
    LocalizedText(ja: ja, en: en)[language]
  }
}
