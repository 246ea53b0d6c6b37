import YuiText

/// What kind of place an access point is in: group and type of IEEE 802.11u-2011, 7.3.1.34, written
/// `1,8` for a library.
struct VenueType: CheckedText {
  let group: UInt8
  let type: UInt8

  init(group: UInt8, type: UInt8) {
    (self.group, self.type) = (group, type)
  }

  init(checking text: String) throws(ValueProblem) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," }
      .map { String($0).trimmingWhitespace }
    guard parts.count == 2, parts.allSatisfy(\.isDigits), let group = UInt8(parts[0]), group <= 11,
      let type = UInt8(parts[1])
    else {
      throw ValueProblem(
        ja: "分類（0〜11）と種別（0〜255）をコンマで区切って入力してください。例）1,8（図書館）",
        en: "Enter group (0–11) and type (0–255) with a comma between, such as 1,8 (library).")
    }
    self.init(group: group, type: type)
  }

  static let unspecified = VenueType(group: 0, type: 0)

  var description: String { "\(group),\(type)" }
  /// Whether it says what kind of place it is.
  var isSpecified: Bool { group != 0 }

  var name: LocalizedText {
    Self.known.first { $0.venue == self }?.name ?? LocalizedText(everywhere: "(\(description))")
  }

  /// Those that a municipality has use for; any other is entered as a number.
  static let known: [(venue: VenueType, name: LocalizedText)] = [
    (unspecified, LocalizedText(ja: "指定なし", en: "Unspecified")),
    (VenueType(group: 1, type: 0), LocalizedText(ja: "集会施設", en: "Place of assembly")),
    (VenueType(group: 1, type: 1), LocalizedText(ja: "アリーナ・体育館", en: "Arena")),
    (VenueType(group: 1, type: 2), LocalizedText(ja: "競技場", en: "Stadium")),
    (VenueType(group: 1, type: 3), LocalizedText(ja: "駅・旅客ターミナル", en: "Passenger terminal")),
    (VenueType(group: 1, type: 7), LocalizedText(ja: "会議場・展示場", en: "Convention centre")),
    (VenueType(group: 1, type: 8), LocalizedText(ja: "図書館", en: "Library")),
    (VenueType(group: 1, type: 9), LocalizedText(ja: "博物館・美術館", en: "Museum")),
    (VenueType(group: 1, type: 11), LocalizedText(ja: "劇場・ホール", en: "Theatre")),
    (VenueType(group: 1, type: 14), LocalizedText(ja: "動物園・水族館", en: "Zoo or aquarium")),
    (
      VenueType(group: 1, type: 15),
      LocalizedText(ja: "災害対策の拠点", en: "Emergency coordination centre")
    ),
    (VenueType(group: 2, type: 0), LocalizedText(ja: "庁舎・事務所", en: "Offices")),
    (VenueType(group: 2, type: 3), LocalizedText(ja: "消防署", en: "Fire station")),
    (VenueType(group: 2, type: 4), LocalizedText(ja: "警察署", en: "Police station")),
    (VenueType(group: 3, type: 1), LocalizedText(ja: "小学校", en: "Primary school")),
    (VenueType(group: 3, type: 2), LocalizedText(ja: "中学校・高等学校", en: "Secondary school")),
    (VenueType(group: 3, type: 3), LocalizedText(ja: "大学", en: "University")),
    (VenueType(group: 5, type: 1), LocalizedText(ja: "病院", en: "Hospital")),
    (VenueType(group: 5, type: 2), LocalizedText(ja: "介護施設", en: "Long-term care")),
    (VenueType(group: 10, type: 3), LocalizedText(ja: "バス車内", en: "Bus")),
    (VenueType(group: 10, type: 4), LocalizedText(ja: "フェリー", en: "Ferry")),
    (VenueType(group: 10, type: 6), LocalizedText(ja: "列車内", en: "Train")),
    (
      VenueType(group: 11, type: 1), LocalizedText(ja: "市街（面的な整備）", en: "Municipal mesh network")
    ),
    (VenueType(group: 11, type: 2), LocalizedText(ja: "公園", en: "City park")),
    (VenueType(group: 11, type: 3), LocalizedText(ja: "休憩所・道の駅", en: "Rest area")),
    (VenueType(group: 11, type: 5), LocalizedText(ja: "バス停", en: "Bus stop")),
    (VenueType(group: 11, type: 6), LocalizedText(ja: "キオスク端末", en: "Kiosk")),
  ]
}
