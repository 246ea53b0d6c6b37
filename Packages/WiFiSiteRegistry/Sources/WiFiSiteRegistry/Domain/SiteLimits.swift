import YuiText

/// What a site may say, the same for the form and for files: what a file brought can be saved in the
/// form.
enum SiteLimits {
  /// The fields that are one line: what they are of a site, and the most code points they take.
  static let lines:
    [(field: SiteField, path: any WritableKeyPath<WiFiSite, String> & Sendable, most: Int)] = [
      (.name, \.name, 200), (.kana, \.kana, 200), (.nameEn, \.nameEn, 200),
      (.address, \.address, 300), (.building, \.building, 300), (.prefecture, \.prefecture, 20),
      (.municipality, \.municipality, 100), (.coverage, \.coverage, 500), (.hours, \.hours, 500),
      (.url, \.url, 2_000), (.phone, \.phone, 100), (.phoneExtension, \.phoneExtension, 50),
      (.installer, \.installer, 200), (.provider, \.provider, 200), (.code, \.code, 6),
      (.number, \.number, 50),
    ]
  static let longestNote = 2_000
  static let mostSSIDs = 20
  /// Lists of municipalities have whole sentences for a network's name.
  static let longestSSID = 100
  /// What a network's name has at most (IEEE 802.11), in octets: of what somebody types.
  static let longestTypedSSID = 32
  static let mostRCOIs = 20
  static let mostBatteryHours = 8_760.0

  /// The most code points of a field that is one line.
  static func most(_ field: SiteField) -> Int {
    lines.first { $0.field == field }?.most ?? 0
  }

  /// The days of a site that cannot be, and why.
  static func impossibleDays(
    of site: WiFiSite, today: CalendarDate
  ) -> [(field: SiteField, problem: LocalizedText)] {
    var found: [(field: SiteField, problem: LocalizedText)] = []
    if let day = site.verifiedOn, day > today {
      found.append(
        (.verifiedOn, LocalizedText(ja: "今日までの日付を入力してください。", en: "Enter a day up to today.")))
    }
    if let day = site.installedOn, day > today, site.status != .planned {
      found.append(
        (
          .installedOn,
          LocalizedText(
            ja: "整備予定の施設でなければ、今日までの日付を入力してください。",
            en: "Enter a day up to today, unless the site is planned.")
        ))
    }
    if let day = site.openRoamingSince, day > today, site.openRoaming == .yes {
      found.append(
        (
          .openRoamingSince,
          LocalizedText(
            ja: "対応済みの施設には、今日までの日付を入力してください。",
            en: "Enter a day up to today where OpenRoaming is spoken already.")
        ))
    }
    return found
  }
}
