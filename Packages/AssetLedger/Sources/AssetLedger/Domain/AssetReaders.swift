import YuiOpenData
import YuiTenancy
import YuiText

/// How the texts of forms and the cells of files are read: the same for both.
enum AssetReaders {
  /// A number with a decimal point; commas between thousands and a unit behind are repaired away.
  static func measure(in range: ClosedRange<Double>, units: [String]) -> CellReader<Double> {
    let plain = CellReader<Double>.number(in: range)
    return CellReader(expectation: plain.expectation) { text in
      plain.reading(of: text) ?? plain.reading(of: bare(text, units: units))
    }
  }

  /// A whole number, read like a measure.
  static func whole(in range: ClosedRange<Int>, units: [String]) -> CellReader<Int> {
    let plain = CellReader<Int>.integer(in: range)
    return CellReader(expectation: plain.expectation) { text in
      plain.reading(of: text) ?? plain.reading(of: bare(text, units: units))
    }
  }

  /// A year; 昭和45年 and S45 are repaired.
  static func year(in range: ClosedRange<Int>) -> CellReader<Int> {
    let plain = CellReader<Int>.integer(in: range)
    return CellReader(
      expectation: LocalizedText(
        ja: "\(range.lowerBound)から\(range.upperBound)までの西暦年を入力してください。例）1970",
        en: "Enter a year from \(range.lowerBound) to \(range.upperBound), such as 1970.")
    ) { text in
      let bare = bare(text, units: ["年度", "年"])
      // A day late in the year, and an early one for the last year of an era.
      let days = [("12月31日", ".12.31"), ("1月1日", ".1.1")]
      let year =
        plain.reading(of: bare)?.value
        ?? days.lazy.compactMap { long, short in
          CalendarDate(era: "\(bare)年\(long)") ?? CalendarDate(era: bare + short)
        }.first?.year
      return year.flatMap { range.contains($0) ? .init($0, text: String($0)) : nil }
    }
  }

  /// `yes` or `no`; what people write for them is repaired.
  static let yesNo = CellReader<Bool>(
    expectation: LocalizedText(ja: "yesかnoを入力してください。", en: "Enter yes or no.")
  ) { text in
    let folded = TextFolding.fold(text)
    if yes.contains(folded) { return .init(true, text: "yes") }
    return no.contains(folded) ? .init(false, text: "no") : nil
  }

  /// One line without control characters.
  static func line(_ most: Int) -> CellReader<String> {
    CellReader.line(max: most).accepting(CellReader.line(max: most).expectation) { text in
      !text.unicodeScalars.contains(where: \.isControl)
    }
  }

  /// Lines without control characters but their ends and tabs.
  static func text(_ most: Int) -> CellReader<String> {
    let reader = CellReader.text(max: most)
    return CellReader(expectation: reader.expectation) { text in
      let text = text.replacing("\r\n", with: "\n")
      let isPlain = text.unicodeScalars.allSatisfy { !$0.isControl || $0 == "\n" || $0 == "\t" }
      return isPlain ? reader.reading(of: text) : nil
    }
  }

  static let id = CellReader<AssetID>(expectation: AssetID.expectation) { text in
    AssetID(text).map { .init($0, text: $0.description) }
  }

  /// One of the codes, or one line.
  static func coded<Code: TextCode>(_: Code.Type, _ most: Int) -> CellReader<CodedText<Code>> {
    let codes = Code.allCases.map { "\($0.rawValue)（\($0.name[.ja])）" }.joined(separator: "、")
    let names = Code.allCases.map(\.rawValue).joined(separator: ", ")
    let line = line(most)
    return CellReader(
      expectation: LocalizedText(
        ja: "\(codes)か、\(most)文字までの1行の説明を入力してください。",
        en: "Enter one of \(names), or one line of at most \(most) characters.")
    ) { text in
      guard line.accepts(text) else { return nil }
      let coded = CodedText<Code>(text)
      return .init(coded, text: coded.description)
    }
  }

  /// Some of the cases of `Value`, separated by `;`.
  static func choices<Value: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
    of _: Value.Type, labels: @escaping @Sendable (Value) -> LocalizedText
  ) -> CellReader<Set<Value>> {
    let one = CellReader<Value>.choice(labels: labels)
    return CellReader(
      expectation: LocalizedText(
        ja: "「;」で区切り、\(one.expectation[.ja])", en: "Separated by ;. \(one.expectation[.en])")
    ) { text in
      let parts = text.split { ";；、,，\n".contains($0) }.map { String($0).trimmingWhitespace }
        .filter { !$0.isEmpty }
      let found = parts.compactMap { one.reading(of: $0)?.value }
      guard found.count == parts.count else { return nil }
      return .init(Set(found), text: FieldType<Value>.joined(Set(found)))
    }
  }

  /// The six digits of a local government code; a zero that a spreadsheet dropped and a check digit
  /// that was left out are repaired, and the name of a municipality is read.
  static let municipality = CellReader<String>(
    expectation: LocalizedText(
      ja: "検査数字を含む6桁の地方公共団体コードを入力してください。例）131041",
      en: "Enter the six digits of a local government code with its check digit, such as 131041.")
  ) { text in
    let folded = TextFolding.fold(text)
    let padded = folded.count == 4 ? "0\(folded)" : folded
    let candidates = [padded, "0\(padded)"] + (0...9).map { "\(padded)\($0)" }
    let code =
      candidates.first { LocalGovernment.named($0) != nil } ?? Municipality.code(named: text)
      ?? ((try? LocalGovernmentCode(folded)) == nil ? nil : folded)
    return code.map { .init($0, text: $0) }
  }

  /// A number as people write it, without commas between thousands and a unit behind.
  private static func bare(_ text: String, units: [String]) -> String {
    var folded = TextFolding.fold(text)
    let unit = units.map(TextFolding.fold).first { !$0.isEmpty && folded.hasSuffix($0) }
    if let unit { folded.removeLast(unit.count) }
    folded = folded.trimmingWhitespace
    let groups = folded.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
    return isGrouped ? folded.filter { $0 != "," } : folded
  }

  private static let yes: Set<String> = Set(
    ["yes", "true", "1", "可", "可能", "有", "あり", "有り", "はい", "○", "〇", "◯"]
      .map(TextFolding.fold))
  private static let no: Set<String> = Set(
    ["no", "false", "0", "不可", "無", "なし", "無し", "いいえ", "×", "✕"].map(TextFolding.fold))
}
