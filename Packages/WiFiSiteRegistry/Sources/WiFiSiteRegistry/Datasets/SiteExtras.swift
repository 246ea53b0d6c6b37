import YuiOpenData
import YuiStorage
import YuiText

/// The columns that files have and the registry does not know: kept, and written out again.
enum SiteExtras {
  /// The most columns of one tenant.
  static let most = 200
  /// The most characters of a cell.
  static let longest = 2_000

  /// The names, in the order in which they first came.
  static func names(in source: some Queryable) throws -> [String] {
    try source.all("SELECT name FROM wifi_extra_columns ORDER BY place, name") { row in
      try row.text(0)
    }
  }

  /// Remembers the names of columns that sites bring.
  static func note(_ sites: [WiFiSite], in transaction: Transaction) throws {
    var brought: [String] = []
    for extra in sites.lazy.flatMap(\.extras) where !brought.contains(extra.name) {
      brought.append(extra.name)
    }
    guard !brought.isEmpty else { return }
    let known = try names(in: transaction)
    let new = brought.filter { !known.contains($0) }
    try transaction.execute(
      rows: new.enumerated().map { index, name in "(\(name), \(known.count + index))" }
    ) { rows in
      "INSERT INTO wifi_extra_columns (name, place) VALUES \(rows) ON CONFLICT (name) DO NOTHING"
    }
  }

  static func tooMany(_ row: DatasetRow) -> RowProblem {
    row.problem(
      LocalizedText(
        ja: "登録できる独自の列は\(most)までです。使わない列をファイルから取り除いてください。",
        en: "At most \(most) columns of your own are kept. Remove those you do not need."))
  }

  static func tooLong(_ name: String, _ row: DatasetRow) -> RowProblem {
    row.problem(
      LocalizedText(
        ja: "「\(name.prefix(40))」の値または列名が長すぎます。\(NumberText.grouped(longest))文字以内にしてください。",
        en: "The value or the name of the column “\(name.prefix(40))” is too long. Keep it within "
          + "\(NumberText.grouped(longest)) characters."))
  }
}
