import YuiOpenData
import YuiText

/// How the cells of a site's row are read; made once, since files are long.
///
/// What its publisher wrote comes out again as it was, on one line; only the reading has a form of its
/// own, which is katakana in full width. How much a cell may say is what the form takes, too.
enum SiteReaders {
  static let name = CellReader<String>.line(max: SiteLimits.most(.name)).joiningLines
  static let kana = line(.kana).wideningKana.orDash
  static let nameEn = line(.nameEn).orDash
  static let number = line(.number).orDash
  static let prefecture = line(.prefecture).orDash
  static let municipality = line(.municipality).orDash
  static let address = written(.address).orDash
  static let building = written(.building).orDash
  static let coverage = written(.coverage).orDash
  static let openingHours = written(.hours).orDash
  static let installer = line(.installer).orDash
  static let provider = line(.provider).orDash
  static let phone = line(.phone).orDash
  static let phoneExtension = line(.phoneExtension).orDash
  static let id = CellReader<String>.line(max: 200).orDash
  static let note = CellReader<String>.note.orDash
  static let url = CellReader<String>.url.orDash
  static let date = CellReader<CalendarDate>.date.orDash
  static let profile = CellReader<Slug>.slug.orDash
  static let status = CellReader<SiteStatus>.choice(labels: \.name).orDash
  static let facilityClass = CellReader<FacilityClass>.choice(labels: \.name).orDash
  static let backhaul = CellReader<Backhaul>.choice(labels: \.name).orDash
  static let batteryHours = CellReader<Double>.number(in: 0...SiteLimits.mostBatteryHours).orDash
  static let openRoaming = CellReader<OpenRoamingState>.openRoaming.orDash
  static let rcois = CellReader<[RoamingConsortium]>.rcois.orDash
  static let ssids = CellReader<[String]>.ssids.withoutDirectionControls.orDash
  static let code = CellReader<String>.localGovernmentCode.orDash

  private static func line(_ field: SiteField) -> CellReader<String> {
    .line(max: SiteLimits.most(field)).joiningLines
  }

  /// A line that keeps the white space around it.
  private static func written(_ field: SiteField) -> CellReader<String> {
    let most = SiteLimits.most(field)
    let line = CellReader<String>.line(max: most)
    return CellReader<String>.verbatim(max: most)
      .accepting(line.expectation) { $0.isLine(of: most) }.joiningLines
  }
}

extension CellReader where Value == String {
  /// Accepts lines to the letter, but for the form of their ends.
  static var note: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "\(NumberText.grouped(SiteLimits.longestNote))文字までの文章を入力してください。",
        en: "Enter text of at most \(NumberText.grouped(SiteLimits.longestNote)) characters."),
      trims: false
    ) { written in
      let text =
        written.utf8.contains(0x0D)
        ? written.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : written
      return text.isText(of: SiteLimits.longestNote) ? Reading(text, text: text) : nil
    }.withoutDirectionControls
  }
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
  /// Accepts identifiers, separated by `;`.
  static var rcois: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "RCOIを16進数（6〜30桁）で入力してください。複数のときは「;」で区切ります。例）5A03BA0000",
        en: "Enter RCOIs as 6 to 30 hexadecimal digits, several separated by ;, such as 5A03BA0000."
      )
    ) { text in
      let parts = TextFolding.fold(text).separated(by: ";")
      let found = parts.compactMap { RoamingConsortium($0) }
      guard found.count == parts.count, found.count <= SiteLimits.mostRCOIs else { return nil }
      return Reading(found, text: found.map(\.description).joined(separator: ";"))
    }
  }
}

extension CellReader where Value == [String] {
  /// Accepts names of networks, separated by `;`.
  static var ssids: CellReader {
    CellReader(
      expectation: LocalizedText(
        ja: "SSIDを\(SiteLimits.longestSSID)文字以内で入力してください。"
          + "複数（\(SiteLimits.mostSSIDs)まで）のときは「;」で区切ります。",
        en: "Enter SSIDs of at most \(SiteLimits.longestSSID) characters, several (up to "
          + "\(SiteLimits.mostSSIDs)) separated by ;.")
    ) { text in
      var found: [String] = []
      for name in text.separated(by: ";；\n") where !found.contains(name) { found.append(name) }
      guard found.count <= SiteLimits.mostSSIDs,
        found.allSatisfy({ $0.isLine(of: SiteLimits.longestSSID) })
      else { return nil }
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
