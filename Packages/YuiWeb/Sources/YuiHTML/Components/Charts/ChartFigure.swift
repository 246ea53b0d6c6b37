import YuiText

/// What every chart has around its picture: caption, finding, the same numbers as a table, source.
struct ChartFigure {
  let title: String
  let finding: String?
  let table: DataTable
  let source: HTML
  let language: Language

  func markup(_ picture: HTML) -> HTML {
    figure(.class("chart")) {
      figcaption(.class("chart__title")) { title }
      if let finding { p(.class("chart__finding")) { finding } }
      picture
      details(.class("disclosure")) {
        summary {
          Icon.chevronDown.markup
          Wording.sameNumbers[language]
        }
        table
      }
      if !source.isEmpty { div(.class("chart__source")) { source } }
    }
  }
}

/// Lengths of charts are shares of the width, so that a chart fills any window while its text
/// keeps its size.
enum ChartLength {
  static func share(_ percent: Double) -> String { NumberText.fixed(percent, decimals: 2) + "%" }
  static func units(_ length: Double) -> String { NumberText.fixed(length, decimals: 1) }
}
