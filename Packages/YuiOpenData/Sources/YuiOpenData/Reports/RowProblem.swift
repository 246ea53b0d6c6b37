public import YuiText

/// A column of a file, as problems and repairs name it.
public struct TableColumn: Sendable, Hashable {
  /// The number, counted from 1.
  public let number: Int
  /// The name in the file's header; empty where there is none.
  public let name: String

  /// Creates a column.
  public init(number: Int, name: String) {
    self.number = number
    self.name = name
  }
}

/// What is wrong with a file in one place, and how to mend it.
public struct RowProblem: Error, Sendable, Hashable {
  /// The line on which the row begins, counted from 1.
  public let line: Int
  /// The column, where one is at fault.
  public let column: TableColumn?
  /// What is wrong and how to mend it.
  public let message: LocalizedText

  /// Creates a problem.
  public init(line: Int, column: TableColumn? = nil, message: LocalizedText) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place and the message: `line 3, column 2 (score): …`.
  public func text(_ language: Language) -> String {
    let separator = language.isJapanese ? "：" : ": "
    return place(language) + separator + message[language]
  }

  private func place(_ language: Language) -> String {
    placeText(line: line, column: column, language)
  }
}

/// A value that was read in another form than it has in the file.
public struct Repair: Sendable, Hashable {
  /// The line on which the row begins, counted from 1.
  public let line: Int
  /// The column.
  public let column: TableColumn
  /// The value in the file, cut to a length that can be shown.
  public let from: String
  /// The value as it was read.
  public let to: String

  /// The place and the change: `line 3, column 2 (score): “５” read as “5”`.
  public func text(_ language: Language) -> String {
    let place = placeText(line: line, column: column, language)
    return LocalizedText(
      ja: "\(place)：「\(from)」を「\(to)」と読みました",
      en: "\(place): “\(from)” read as “\(to)”")[language]
  }
}

private func placeText(line: Int, column: TableColumn?, _ language: Language) -> String {
  switch (language.isJapanese, column) {
  case (true, nil): "\(line)行目"
  case (false, nil): "line \(line)"
  case (true, let column?):
    "\(line)行目 \(column.number)列目" + (column.name.isEmpty ? "" : "（\(column.name)）")
  case (false, let column?):
    "line \(line), column \(column.number)" + (column.name.isEmpty ? "" : " (\(column.name))")
  }
}

/// Cuts what a message quotes from a file to a length that can be shown, and shows what turns the
/// direction of writing by its number.
func excerpt(_ text: String) -> String {
  let short = text.count <= 40 ? text : text.prefix(40) + "…"
  guard short.unicodeScalars.contains(where: \.isDirectionControl) else { return short }
  return short.unicodeScalars.reduce(into: "") { shown, scalar in
    if scalar.isDirectionControl {
      shown += "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
}
