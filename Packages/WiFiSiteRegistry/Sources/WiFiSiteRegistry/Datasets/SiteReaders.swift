import YuiOpenData
import YuiText

/// How the cells of a site's row are read; made once, since files are long.
///
/// What its publisher wrote comes out again as it was; only the reading has a form of its own, which
/// is katakana in full width.
enum SiteReaders {
  static let line = CellReader<String>.line(max: 200).orDash
  static let text = CellReader<String>.verbatim(max: 500).orDash
  static let note = CellReader<String>.verbatim(max: 2_000).orDash
  static let name = CellReader<String>.line(max: 200)
  static let kana = CellReader<String>.line(max: 200).wideningKana.orDash
  static let url = CellReader<String>.url.orDash
  static let date = CellReader<CalendarDate>.date.orDash
  static let profile = CellReader<Slug>.slug.orDash
  static let status = CellReader<SiteStatus>.choice(labels: \.name).orDash
  static let facilityClass = CellReader<FacilityClass>.choice(labels: \.name).orDash
  static let backhaul = CellReader<Backhaul>.choice(labels: \.name).orDash
  static let hours = CellReader<Double>.number(in: 0...10_000).orDash
  static let openRoaming = CellReader<OpenRoamingState>.openRoaming.orDash
  static let rcois = CellReader<[RoamingConsortium]>.rcois.orDash
  static let ssids = CellReader<[String]>.ssids.orDash
  static let code = CellReader<String>.localGovernmentCode.orDash
}

extension CellReader where Value == OpenRoamingState {
  /// Accepts `yes`, `planned` and `no`; the usual words of tables are repaired.
  static var openRoaming: CellReader {
    let words: [String: OpenRoamingState] = [
      "対応": .yes, "対応済": .yes, "有": .yes, "あり": .yes, "○": .yes, "〇": .yes,
      "予定": .planned, "対応予定": .planned, "未対応": .no, "無": .no, "なし": .no, "×": .no,
    ]
    let choice = CellReader.choice(labels: \.name)
    return CellReader(expectation: choice.expectation) { text in
      choice.reading(of: text)
        ?? words[text].map { Reading($0, text: $0.rawValue) }
    }
  }
}

extension CellReader where Value == [RoamingConsortium] {
  /// Accepts up to twenty identifiers, separated by `;`.
  static var rcois: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "RCOIを16進数（6〜30桁）で入力してください。複数のときは「;」で区切ります。例）5A03BA0000",
        en: "Enter RCOIs as 6 to 30 hexadecimal digits, several separated by ;, such as 5A03BA0000."
      )
    ) { text in
      let parts = TextFolding.fold(text).separated(by: ";")
      let found = parts.compactMap { RoamingConsortium($0) }
      guard found.count == parts.count, found.count <= 20 else { return nil }
      return Reading(found, text: found.map(\.description).joined(separator: ";"))
    }
  }
}

extension CellReader where Value == [String] {
  /// Accepts up to twenty names of networks, separated by `;`.
  static var ssids: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "SSIDを100文字以内で入力してください。複数（20まで）のときは「;」で区切ります。",
        en: "Enter SSIDs of at most 100 characters, several (up to 20) separated by ;.")
    ) { text in
      var found: [String] = []
      for name in text.separated(by: ";；\n") where !found.contains(name) { found.append(name) }
      guard found.count <= 20, found.allSatisfy({ $0.unicodeScalars.count <= 100 }) else {
        return nil
      }
      return Reading(found, text: found.joined(separator: ";"))
    }
  }
}

extension String {
  /// The parts that are not empty, without white space around them.
  fileprivate func separated(by separators: String) -> [String] {
    split { separators.contains($0) }.map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
  }
}
