import YuiOpenData
import YuiTenancy
import YuiText

extension CellReader where Value == String {
  /// Accepts the six digits of a local government code; a zero that a spreadsheet dropped and a check
  /// digit that was left out are repaired.
  static var localGovernmentCode: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "検査数字を含む6桁の地方公共団体コードを入力してください。例）131041",
        en: "Enter the six digits of a local government code with its check digit, such as 131041.")
    ) { text in
      if isCode(text) { return Reading(text, text: text) }
      return completed(TextFolding.fold(text)).map { Reading($0, text: $0) }
    }
  }

  /// The code that was meant by four to six digits, where only one can be.
  private static func completed(_ digits: String) -> String? {
    guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return nil
    }
    var candidates: [String]
    switch digits.count {
    case 6: candidates = [digits]
    // 92011: a zero is missing in front (092011), or the check digit behind.
    case 5: candidates = ["0" + digits, withCheckDigit(digits)].compactMap(\.self)
    case 4: candidates = [withCheckDigit("0" + digits)].compactMap(\.self)
    default: return nil
    }
    candidates = candidates.filter(isCode)
    if candidates.count > 1 {
      candidates = candidates.filter { LocalGovernment.named($0) != nil }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private static func isCode(_ text: String) -> Bool { (try? LocalGovernmentCode(text)) != nil }

  private static func withCheckDigit(_ digits: String) -> String? {
    (0...9).lazy.map { "\(digits)\($0)" }.first(where: isCode)
  }
}

extension DatasetRow {
  /// Reads a local government code; a wrong check digit is told with the code that was probably meant.
  mutating func localGovernmentCode(_ column: String) throws(RowProblem) -> String? {
    do {
      return try optional(column, SiteReaders.code) ?? nil
    } catch {
      let text = TextFolding.fold(self[column])
      guard let meant = Self.suggestion(for: text) else { throw error }
      throw problem(
        in: column,
        LocalizedText(
          ja: "「\(text)」の検査数字が違います。「\(meant)」ではありませんか。",
          en: "The check digit of “\(text)” is wrong. Did you mean “\(meant)”?"))
    }
  }

  private static func suggestion(for text: String) -> String? {
    do {
      _ = try LocalGovernmentCode(text)
    } catch .wrongCheckDigit(_, let suggestion) {
      return suggestion
    } catch {}
    return nil
  }
}
