import YuiOpenData
import YuiStorage
import YuiText

/// How the values of some fields are read, written and stored.
struct FieldType<Value: Hashable & Sendable>: Sendable {
  let reader: CellReader<Value>
  let input: AssetField.Input
  var column = DatasetColumn.Kind.text
  let table: @Sendable (Value) -> TableValue
  let bind: @Sendable (Value) -> SQLValue
  let load: @Sendable (Row, Int) throws -> Value?
}

extension FieldType where Value == String {
  static func line(_ most: Int) -> FieldType { text(AssetReaders.line(most), .line(most)) }
  static func text(_ most: Int) -> FieldType { text(AssetReaders.text(most), .text(most)) }
  static var municipality: FieldType { text(AssetReaders.municipality, .line(6)) }

  private static func text(
    _ reader: CellReader<String>, _ input: AssetField.Input
  ) -> FieldType {
    FieldType(
      reader: reader, input: input, table: { .text($0) }, bind: { .text($0) },
      load: { row, column in try row.textOrNil(column) })
  }
}

extension FieldType where Value == Double {
  static func measure(_ range: ClosedRange<Double>, units: [String]) -> FieldType {
    FieldType(
      reader: AssetReaders.measure(in: range, units: units), input: .number, column: .number,
      table: { .number($0) }, bind: { .real($0) },
      load: { row, column in try row.doubleOrNil(column) })
  }
}

extension FieldType where Value == Int {
  static func whole(_ range: ClosedRange<Int>, units: [String]) -> FieldType {
    integer(AssetReaders.whole(in: range, units: units))
  }

  static func year(_ range: ClosedRange<Int>) -> FieldType {
    integer(AssetReaders.year(in: range))
  }

  private static func integer(_ reader: CellReader<Int>) -> FieldType {
    FieldType(
      reader: reader, input: .number, column: .number, table: { .integer($0) },
      bind: { $0.sqlValue }, load: { row, column in try row.intOrNil(column) })
  }
}

extension FieldType where Value == Bool {
  static var yesNo: FieldType {
    FieldType(
      reader: AssetReaders.yesNo, input: .yesNo, table: { .text($0 ? "yes" : "no") },
      bind: { $0.sqlValue }, load: { row, column in try row.boolOrNil(column) })
  }
}

extension FieldType where Value == CalendarDate {
  static var day: FieldType {
    FieldType(
      reader: .date, input: .day, column: .date, table: { .date($0) }, bind: { $0.sqlValue },
      load: { row, column in try row.dateOrNil(column) })
  }
}

extension FieldType {
  /// One of the codes, or a line.
  static func coded<Code: TextCode>(
    _ most: Int
  ) -> FieldType where Value == CodedText<Code> {
    FieldType(
      reader: AssetReaders.coded(Code.self, most),
      input: .coded(Code.allCases.map { .init(code: $0.rawValue, name: $0.name) }, most),
      table: { .text($0.description) }, bind: { .text($0.description) },
      load: { row, column in try row.textOrNil(column).map(Value.init(stored:)) })
  }
}

extension FieldType where Value: RawRepresentable<String> & CaseIterable {
  /// One of the cases.
  static func choice(_ name: @escaping @Sendable (Value) -> LocalizedText) -> FieldType {
    FieldType(
      reader: .choice(labels: name), input: .choice(options(name)), table: { .text($0.rawValue) },
      bind: { .text($0.rawValue) },
      load: { row, column in try row.valueOrNil(column, as: Value.self) })
  }

  /// Any of the cases.
  static func choices(
    _ name: @escaping @Sendable (Value) -> LocalizedText
  ) -> FieldType<Set<Value>> {
    FieldType<Set<Value>>(
      reader: AssetReaders.choices(of: Value.self, labels: name), input: .choices(options(name)),
      table: { $0.isEmpty ? .empty : .text(joined($0)) }, bind: { .text(joined($0)) },
      load: { row, column in
        Set(try row.text(column).split(separator: ";").compactMap { Value(rawValue: String($0)) })
      })
  }

  /// The cases in one text, in their order.
  static func joined(_ values: Set<Value>) -> String {
    Value.allCases.filter(values.contains).map(\.rawValue).joined(separator: ";")
  }

  private static func options(
    _ name: (Value) -> LocalizedText
  ) -> [AssetField.Option] {
    Value.allCases.map { AssetField.Option(code: $0.rawValue, name: name($0)) }
  }
}
