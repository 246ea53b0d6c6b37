import YuiText

/// The header of a file, matched to the columns of a dataset.
///
/// Names, aliases and Japanese labels match after folding (NFKC, case, kana, white space).
struct DatasetHeader: Sendable {
  /// The names as the file has them, for messages.
  let names: [String]
  private let columnNames: Set<String>
  /// The names of the dataset's columns that the file has, in its order.
  var known: [String] { places.map(\.column) }
  /// The columns that the file has; few enough that to look through them is faster than to hash,
  /// and most are told apart by the length of their names.
  private var places: [(column: String, length: Int, index: Int)] = []
  /// The indices of columns that the dataset keeps without knowing them.
  private(set) var extras: [Int] = []
  /// The indices of columns without a name, whose cells must be empty.
  private(set) var nameless: [Int] = []

  init(
    _ record: TableRecord, definition: DatasetDefinition, problems: inout BoundedList<RowProblem>
  ) {
    names = (0..<record.count).map { record[$0].trimmingWhitespace }
    columnNames = Set(definition.columns.map(\.name))
    var known: [String: String] = [:]
    for column in definition.columns {
      known[TextFolding.fold(column.label[.ja])] = column.name
    }
    for column in definition.columns {
      for alias in column.aliases { known[TextFolding.fold(alias)] = column.name }
    }
    // A name wins over another column's alias, and that over a label.
    for column in definition.columns { known[TextFolding.fold(column.name)] = column.name }
    var extraNames: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      let folded = TextFolding.fold(name)
      let place = TableColumn(number: index + 1, name: excerpt(name))
      if folded.isEmpty {
        nameless.append(index)
      } else if let first = known[folded].flatMap({ position(of: $0) }) ?? extraNames[folded] {
        problems.append(HeaderProblem.doubled(line: record.line, place, first: first + 1))
      } else if let column = known[folded] {
        places.append((column, column.utf8.count, index))
      } else if definition.keepsExtraColumns {
        extras.append(index)
        extraNames[folded] = index
      } else {
        problems.append(
          HeaderProblem.unknown(
            line: record.line, place, nearest: NearestName.find(folded, among: known)))
      }
    }
    for column in definition.columns where column.isRequired && position(of: column.name) == nil {
      problems.append(HeaderProblem.missing(line: record.line, column, in: names))
    }
  }

  /// The place in the file of a column of the dataset; `nil` where the file lacks it.
  func index(of column: String) -> Int? {
    assert(columnNames.contains(column), "The dataset has no column \(column).")
    return position(of: column)
  }

  private func position(of column: String) -> Int? {
    let length = column.utf8.count
    for place in places where place.length == length && place.column == column {
      return place.index
    }
    return nil
  }

  func column(_ index: Int) -> TableColumn {
    TableColumn(number: index + 1, name: index < names.count ? excerpt(names[index]) : "")
  }

  /// Adds the column's name to a problem of the CSV reader, which knows numbers only.
  func naming(_ problem: RowProblem) -> RowProblem {
    RowProblem(
      line: problem.line, column: problem.column.map { column($0.number - 1) },
      message: problem.message)
  }
}
