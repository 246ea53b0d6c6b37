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
  static func share(_ percent: Double) -> String { hundredths(percent) + "%" }
  static func units(_ length: Double) -> String { hundredths(length) }

  /// A page of charts holds hundreds of lengths, none of which needs the exact decimals of
  /// `NumberText`.
  private static func hundredths(_ length: Double) -> String {
    // Not a number and lengths beyond any window come of wrong data, and must not stop the page.
    guard length.magnitude < 1_000_000 else { return "0" }
    let all = Int((length * 100).rounded())
    let (whole, part) = all.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(all < 0 ? "-" : "")\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
