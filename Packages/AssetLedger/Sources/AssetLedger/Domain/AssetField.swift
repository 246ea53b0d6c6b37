import YuiOpenData
import YuiStorage
import YuiText

/// Something that is written down of an asset.
///
/// The one place that says what it is called, what it may be, and how it is read, shown and stored:
/// files, forms, history, API and pages follow from it. An object, since a row of a file goes through
/// all of them and to copy one would copy its every closure.
final class AssetField: Sendable {
  /// A keyed path that may cross threads.
  typealias Path<Value> = any WritableKeyPath<Asset, Value> & Sendable

  /// Under which heading pages show it.
  enum Group: String, CaseIterable, Sendable {
    case identity
    case size
    case supply
    case constraints
    case terms
    case details
    case record
  }

  /// With what a form asks for it.
  enum Input: Sendable, Hashable {
    case line(Int)
    case text(Int)
    case number
    case yesNo
    case day
    /// One of some codes, or a line.
    case coded([Option], Int)
    case choice([Option])
    case choices([Option])
    case place
  }

  /// A value to choose.
  struct Option: Sendable, Hashable {
    let code: String
    let name: LocalizedText
  }

  /// The name of its column, and of what it is in history and API (there in camel case).
  let name: String
  let group: Group
  let label: LocalizedText
  let help: LocalizedText
  /// What a number counts; empty where it says so itself.
  let unit: LocalizedText
  let isRequired: Bool
  /// Whether every asset has it, so that an empty cell of a file says nothing.
  let isKept: Bool
  /// Which classes have it; all where it says none.
  let classes: Set<AssetClass>
  let input: Input
  let column: DatasetColumn.Kind

  /// What an asset says.
  let value: @Sendable (Asset) -> TableValue
  /// Takes over what another asset says.
  let copy: @Sendable (Asset, inout Asset) -> Void
  /// Reads its cell; returns whether that says anything.
  let read: @Sendable (inout DatasetRow, inout Asset) throws -> Bool
  /// Reads a text of a form; returns what is wrong with it.
  let take: @Sendable (String, inout Asset) -> LocalizedText?
  /// Its column of the table.
  let bind: @Sendable (Asset) -> SQLValue
  let load: @Sendable (Row, Int, inout Asset) throws -> Void

  init(
    name: String, group: Group, words: Words, isRequired: Bool = false, isKept: Bool = false,
    classes: Set<AssetClass> = [], input: Input, column: DatasetColumn.Kind = .text,
    value: @escaping @Sendable (Asset) -> TableValue,
    copy: @escaping @Sendable (Asset, inout Asset) -> Void,
    read: @escaping @Sendable (inout DatasetRow, inout Asset) throws -> Bool,
    take: @escaping @Sendable (String, inout Asset) -> LocalizedText?,
    bind: @escaping @Sendable (Asset) -> SQLValue,
    load: @escaping @Sendable (Row, Int, inout Asset) throws -> Void
  ) {
    (self.name, self.group) = (name, group)
    (label, help, unit) = (words.label, words.help, words.unit)
    (self.isRequired, self.isKept, self.classes) = (isRequired, isKept, classes)
    (self.input, self.column) = (input, column)
    (self.value, self.copy, self.read, self.take) = (value, copy, read, take)
    (self.bind, self.load) = (bind, load)
  }

  /// What an asset says, as files have it.
  func text(of asset: Asset) -> String { value(asset).text }

  /// Whether assets of a class have it.
  func belongs(to assetClass: AssetClass) -> Bool {
    classes.isEmpty || classes.contains(assetClass)
  }

  /// A note of what is said beside its name.
  struct Words: Sendable {
    let label: LocalizedText
    var help = LocalizedText(ja: "", en: "")
    var unit = LocalizedText(ja: "", en: "")

    init(
      ja: String, en: String, easy: String = "", zhHans: String = "", ko: String = "",
      vi: String = "", help: LocalizedText = LocalizedText(ja: "", en: ""),
      unit: LocalizedText = LocalizedText(ja: "", en: "")
    ) {
      label = LocalizedText(ja: ja, en: en, easy: easy, zhHans: zhHans, ko: ko, vi: vi)
      (self.help, self.unit) = (help, unit)
    }
  }
}

extension AssetField {
  /// A field that an asset may leave open.
  static func optional<Value>(
    _ name: String, _ group: Group, _ words: Words, _ path: Path<Value?>,
    _ type: FieldType<Value>
  ) -> AssetField {
    let reader = type.reader.orDash
    return AssetField(
      name: name, group: group, words: words, input: type.input, column: type.column,
      value: { $0[keyPath: path].map(type.table) ?? .empty },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      read: { row, asset in
        asset[keyPath: path] = try row.optional(name, reader) ?? nil
        return true
      },
      take: { text, asset in
        asset[keyPath: path] = nil
        guard !text.isEmpty else { return nil }
        guard let reading = reader.reading(of: text) else { return reader.expectation }
        asset[keyPath: path] = reading.value
        return nil
      },
      bind: { $0[keyPath: path].map(type.bind) ?? .null },
      load: { row, column, asset in asset[keyPath: path] = try type.load(row, column) })
  }

  /// A field that every asset has.
  static func kept<Value>(
    _ name: String, _ group: Group, _ words: Words, _ path: Path<Value>,
    _ type: FieldType<Value>, isRequired: Bool = false
  ) -> AssetField {
    AssetField(
      name: name, group: group, words: words, isRequired: isRequired, isKept: true,
      input: type.input, column: type.column,
      value: { type.table($0[keyPath: path]) },
      copy: { $1[keyPath: path] = $0[keyPath: path] },
      read: { row, asset in
        let value =
          isRequired
          ? try row.required(name, type.reader) : try row.optional(name, type.reader.orDash) ?? nil
        guard let value else { return false }
        asset[keyPath: path] = value
        return true
      },
      take: { text, asset in
        guard !text.isEmpty, let reading = type.reader.reading(of: text) else {
          return type.reader.expectation
        }
        asset[keyPath: path] = reading.value
        return nil
      },
      bind: { type.bind($0[keyPath: path]) },
      load: { row, column, asset in
        guard let value = try type.load(row, column) else {
          throw StoreError(.wrongType, "a stored asset lacks \(name)")
        }
        asset[keyPath: path] = value
      })
  }
}
