public import YuiText

extension CellReader where Value == String {
  /// Accepts text of at most `maximum` characters (Unicode scalars, as OpenAPI's `maxLength`);
  /// white space at its ends is dropped.
  public static func text(max maximum: Int) -> CellReader {
    text(max: maximum, trims: true)
  }

  /// Accepts text like `text` on one line, such as a name; what turns the direction of writing and
  /// nobody sees is left out.
  public static func line(max maximum: Int) -> CellReader {
    let limit = NumberText.grouped(maximum)
    return CellReader(
      expectation: LocalizedText(
        ja: "改行のない\(limit)文字までの文を入力してください。",
        en: "Enter one line of at most \(limit) characters.")
    ) { text in
      let line = text.withoutDirectionControls
      return line.isLine(of: maximum) ? Reading(line, text: line) : nil
    }
  }

  /// Accepts text like `text`, and keeps it to the letter: what people wrote, not names.
  public static func verbatim(max maximum: Int) -> CellReader {
    text(max: maximum, trims: false)
  }

  private static func text(max maximum: Int, trims: Bool) -> CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "\(NumberText.grouped(maximum))文字までの文章を入力してください。",
        en: "Enter text of at most \(NumberText.grouped(maximum)) characters."),
      trims: trims
    ) { text in
      text.unicodeScalars.count <= maximum ? Reading(text, text: text) : nil
    }
  }

  /// Accepts the address of a web page, http or https.
  public static var url: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "https:// か http:// で始まるアドレスを入力してください。",
        en: "Enter an address that begins with https:// or http://.")
    ) { text in
      isWebAddress(text) ? Reading(text, text: text) : nil
    }
  }

  private static func isWebAddress(_ text: String) -> Bool {
    guard
      text.utf8.count <= 2_000,
      let scheme = ["https://", "http://"].first(where: text.prefix(8).lowercased().hasPrefix),
      !text.unicodeScalars.contains(where: isForeign)
    else { return false }
    let host = text.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    return !host.isEmpty && !host.contains(UInt8(ascii: "@"))
  }

  /// Whether a character has no place in an address.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\0"..." ", "<", ">", "\"", "\\", "^", "`", "{", "|", "}", "\u{7F}": true
    default: !scalar.isASCII && scalar.properties.isWhitespace
    }
  }
}

extension CellReader where Value == Int {
  /// Accepts a whole number within `range`; full-width digits, signs, commas between groups of three
  /// and leading zeros are repaired.
  public static func integer(in range: ClosedRange<Int>) -> CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "\(NumberText.grouped(range.lowerBound))から"
          + "\(NumberText.grouped(range.upperBound))までの整数を入力してください。",
        en: "Enter a whole number from \(NumberText.grouped(range.lowerBound)) to "
          + "\(NumberText.grouped(range.upperBound)).")
    ) { text in
      let folded = Int(text) == nil ? TextFolding.fold(text) : text
      let plain = folded.filter { $0 != "," }
      guard let number = Int(plain), range.contains(number) else { return nil }
      guard plain == folded || NumberText.grouped(number) == folded else { return nil }
      return Reading(number, text: String(number))
    }
  }
}

extension CellReader where Value: RawRepresentable<String> & CaseIterable & Sendable {
  /// Accepts the raw values of `Value`; other forms of them, and labels, are repaired.
  @inlinable  // for each type of value: files are long
  public static func choice(
    labels: @escaping @Sendable (Value) -> LocalizedText? = { _ in nil }
  ) -> CellReader {
    CellReader(expectation: oneOf(Value.allCases.map(\.rawValue))) { text in
      let value = Value(rawValue: text) ?? folded(text, labels: labels)
      return value.map { Reading($0, text: $0.rawValue) }
    }
  }

  /// A raw value wins over another value's label.
  @usableFromInline
  static func folded(_ text: String, labels: (Value) -> LocalizedText?) -> Value? {
    let wanted = TextFolding.fold(text)
    return Value.allCases.first { TextFolding.fold($0.rawValue) == wanted }
      ?? Value.allCases.first { value in
        guard let label = labels(value) else { return false }
        return Language.allCases.contains { TextFolding.fold(label[$0]) == wanted }
      }
  }

  @usableFromInline
  static func oneOf(_ names: [String]) -> LocalizedText {
    LocalizedText(
      ja: "\(names.joined(separator: "、"))のどれかを入力してください。",
      en: "Enter one of \(names.joined(separator: ", ")).")
  }
}

extension CellReader where Value == YearMonth {
  /// Accepts `2026-04`; `2026/4` and `2026年4月` are repaired.
  public static var month: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "年月を2026-04の形で入力してください（Excelでは列を文字列にしてから）。",
        en: "Enter the month like 2026-04 (in Excel, format the column as text first).")
    ) { text in
      if let month = YearMonth(iso: text) { return Reading(month, text: text) }
      guard let numbers = dateNumbers(text, units: ["年", "月"]) else { return nil }
      return YearMonth(year: numbers[0], month: numbers[1]).map { Reading($0, text: $0.iso) }
    }
  }
}

extension CellReader where Value == CalendarDate {
  /// Accepts `2026-04-01`; `2026/4/1`, `2026年4月1日`, `令和8年4月1日` and `R8.4.1` are repaired.
  public static var date: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "日付を2026-04-01の形で入力してください。", en: "Enter the date like 2026-04-01.")
    ) { text in
      if let date = CalendarDate(iso: text) { return Reading(date, text: text) }
      if let date = CalendarDate(era: text) { return Reading(date, text: date.iso) }
      guard let numbers = dateNumbers(text, units: ["年", "月", "日"]) else { return nil }
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        .map { Reading($0, text: $0.iso) }
    }
  }
}

extension CellReader where Value == Timestamp {
  /// Accepts RFC 3339 with any offset, such as `2026-04-01T09:00:00+09:00`.
  public static var timestamp: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "時刻を2026-04-01T09:00:00+09:00の形で入力してください。",
        en: "Enter the time like 2026-04-01T09:00:00+09:00.")
    ) { text in
      // Another offset or fraction is the same time, so nothing was repaired.
      Timestamp(rfc3339: text).map { Reading($0, text: text) }
    }
  }
}

extension CellReader where Value == Slug {
  /// Accepts a slug; capitals and full-width letters are repaired.
  public static var slug: CellReader {
    parsed(
      expectation: LocalizedText(
        ja: "半角の英小文字、数字、ハイフンで64文字までを入力してください。",
        en: "Enter at most 64 of the letters a–z, digits and hyphens."))
  }
}

/// Reads a year of four digits and further numbers of one or two, separated by `-`, `/`, `.`, or each
/// followed by its unit.
private func dateNumbers(_ text: String, units: [Character]) -> [Int]? {
  var rest = TextFolding.fold(text)[...]
  let usesUnits = rest.last == units.last
  let separator = rest.first { !$0.isNumber }
  var numbers: [Int] = []
  for (index, unit) in units.enumerated() {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard index == 0 ? digits.count == 4 : 1...2 ~= digits.count, let number = Int(digits) else {
      return nil
    }
    numbers.append(number)
    rest = rest.dropFirst(digits.count)
    if usesUnits {
      guard rest.popFirst() == unit else { return nil }
    } else if index < units.count - 1 {
      guard let found = rest.popFirst(), found == separator, "-/.".contains(found) else {
        return nil
      }
    }
  }
  return rest.isEmpty ? numbers : nil
}
