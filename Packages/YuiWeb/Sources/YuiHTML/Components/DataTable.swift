/// A table with a caption and headed rows and columns; it scrolls in itself when it is too wide.
///
/// ```swift
/// DataTable(
///   "評価の分布", columns: [.init("評価"), .init("回答数", .number)], rows: [["5", "1,204"]])
/// ```
public struct DataTable: Component {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// How the cells of a column stand.
    public enum Alignment: Sendable {
      /// From the start of the line.
      case text
      /// Digit under digit.
      case number
    }

    let heading: String
    let alignment: Alignment

    /// Creates a column.
    public init(_ heading: String, _ alignment: Alignment = .text) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  private let title: String
  private let columns: [Column]
  private let rows: [[HTML]]
  private let isDense: Bool

  /// Creates a table of marked-up cells; the first of each row heads it.
  public init(_ title: String, columns: [Column], rows: [[HTML]], isDense: Bool = false) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.isDense = isDense
  }

  /// Creates a table of texts; the first of each row heads it.
  public init(_ title: String, columns: [Column], rows: [[String]], isDense: Bool = false) {
    self.init(
      title, columns: columns, rows: rows.map { $0.map { HTML($0) } }, isDense: isDense)
  }

  /// The table.
  public var markup: HTML {
    div(
      .class("table-scroller"), .role("region"), .aria("label", title), .tabindex(0)
    ) {
      table(.class(isDense ? "table table--dense" : "table")) {
        caption { title }
        thead {
          tr {
            for column in columns {
              th(.scope("col"), .class(className(column))) { column.heading }
            }
          }
        }
        tbody {
          for row in rows {
            tr {
              for (index, (cell, column)) in zip(row, columns).enumerated() {
                if index == 0 {
                  th(.scope("row"), .class(className(column))) { cell }
                } else {
                  td(.class(className(column))) { cell }
                }
              }
            }
          }
        }
      }
    }
  }

  private func className(_ column: Column) -> String? {
    column.alignment == .number ? "is-number" : nil
  }
}
