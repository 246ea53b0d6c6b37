import YuiHTML
import YuiOpenData
import YuiTenancy
import YuiText

extension SiteDraft {
  enum CheckResult {
    /// The site, and whether its latitude and longitude had to be put in their places.
    case success(WiFiSite, wasSwapped: Bool)
    /// What is wrong, by the name of the field.
    case failure([String: LocalizedText])
  }

  /// The site in place of what it was, or what is wrong with the draft.
  ///
  /// A position that is new is looked at; a doubt about one that stays is left as it is.
  func checked(
    replacing old: WiFiSite, today: CalendarDate, profiles: KnownProfiles
  ) -> CheckResult {
    var check = SiteCheck(draft: self, site: old, today: today)
    check.readTexts()
    check.readKinds()
    check.readProfile(among: profiles)
    check.readLists()
    check.readNumbers()
    check.readPlace()
    check.readDays()
    guard check.problems.isEmpty else { return .failure(check.problems) }
    var site = check.site
    if site.place != old.place {
      site.doubt = site.place.flatMap {
        PositionCheck.doubt(of: $0, prefecture: site.prefectureNumber)
      }
    }
    return .success(site, wasSwapped: check.wasSwapped)
  }
}

/// A draft on its way to a site.
private struct SiteCheck {
  let draft: SiteDraft
  /// What the draft replaces: a file may have brought what nobody would type, and may stay so.
  let old: WiFiSite
  var site: WiFiSite
  let today: CalendarDate
  var wasSwapped = false
  private(set) var problems: [String: LocalizedText] = [:]

  init(draft: SiteDraft, site: WiFiSite, today: CalendarDate) {
    (self.draft, self.old, self.site, self.today) = (draft, site, site, today)
  }

  private mutating func refuse(_ field: SiteField, ja: String, en: String) {
    refuse(field, LocalizedText(ja: ja, en: en))
  }

  private mutating func refuse(_ field: SiteField, _ problem: LocalizedText) {
    if problems[field.rawValue] == nil { problems[field.rawValue] = problem }
  }

  mutating func readTexts() {
    for (field, path, most) in SiteLimits.lines {
      let text = draft.text(field)
      site[keyPath: path] = text
      if !text.isLine(of: most) {
        refuse(
          field, ja: "1行、\(most)文字以内で入力してください。",
          en: "Keep it to one line of at most \(most) characters.")
      }
    }
    if site.name.isEmpty { refuse(.name, ja: "名称を入力してください。", en: "Enter a name.") }
    if site.kana != old.kana,
      site.kana.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) })
    {
      refuse(.kana, ja: "カタカナで入力してください。", en: "Enter it in katakana.")
    }
    if site.nameEn != old.nameEn,
      site.nameEn.unicodeScalars.contains(where: { (0x3040...0x9FFF).contains($0.value) })
    {
      refuse(.nameEn, ja: "英字で入力してください。", en: "Enter it in Latin letters.")
    }
    if !site.prefecture.isEmpty, site.prefecture != old.prefecture,
      !WiFiSite.isPrefecture(site.prefecture)
    {
      refuse(
        .prefecture, ja: "都道府県の名称を「東京都」の形で入力してください。",
        en: "Enter the name of a prefecture, such as 東京都.")
    }
    if !site.url.isEmpty, !CellReader.url.accepts(site.url) {
      refuse(
        .url, ja: "https:// で始まるアドレスを入力してください。",
        en: "Enter an address that starts with https://.")
    }
    site.note = draft.text(.note)
    if !site.note.isText(of: SiteLimits.longestNote) {
      refuse(
        .note, ja: "\(NumberText.grouped(SiteLimits.longestNote))文字以内で入力してください。",
        en: "Keep it to \(NumberText.grouped(SiteLimits.longestNote)) characters.")
    }
    readCode()
  }

  /// Spreadsheets take a leading zero away.
  private mutating func readCode() {
    guard !site.code.isEmpty else { return }
    let digits = TextFolding.fold(site.code)
    let padded = digits.utf8.count == 5 ? "0" + digits : digits
    guard let code = try? LocalGovernmentCode(padded) else {
      return refuse(
        .code, ja: "検査数字を含む6桁のコードを入力してください。例）131041",
        en: "Enter the six digits, the check digit included, such as 131041.")
    }
    site.code = code.description
  }

  mutating func readKinds() {
    if let value = FacilityClass(rawValue: draft.text(.facilityClass)) {
      site.facilityClass = value
    } else {
      refuse(.facilityClass, ja: "施設の種類を選択してください。", en: "Choose a kind of place.")
    }
    if let value = SiteStatus(rawValue: draft.text(.status)) {
      site.status = value
    } else {
      refuse(.status, ja: "利用状況を選択してください。", en: "Choose a status.")
    }
    if let value = OpenRoamingState(rawValue: draft.text(.openRoaming)) {
      site.openRoaming = value
    } else {
      refuse(
        .openRoaming, ja: "OpenRoamingへの対応を選択してください。",
        en: "Choose whether it speaks OpenRoaming.")
    }
    site.backhaul = Backhaul(rawValue: draft.text(.backhaul))
    if site.backhaul == nil, !draft.text(.backhaul).isEmpty {
      refuse(.backhaul, ja: "回線を選択してください。", en: "Choose how it is connected.")
    }
  }

  mutating func readProfile(among profiles: KnownProfiles) {
    let text = draft.text(.profile)
    site.profile = Slug(text)
    guard !text.isEmpty, site.profile.map(profiles.contains) != true else { return }
    problems[SiteField.profile.rawValue] = profiles.refusal(of: text)
  }

  mutating func readLists() {
    let names = draft.text(.ssids).split(whereSeparator: \.isNewline)
      .map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    site.ssids = names.reduce(into: []) { kept, name in
      if !kept.contains(name) { kept.append(name) }
    }
    let isGood = site.ssids.allSatisfy {
      old.ssids.contains($0)
        || $0.utf8.count <= SiteLimits.longestTypedSSID && $0.isLine(of: SiteLimits.longestSSID)
    }
    if site.ssids.count > SiteLimits.mostSSIDs || !isGood {
      refuse(
        .ssids,
        ja: "1行に1つ、\(SiteLimits.mostSSIDs)個まで入力してください。"
          + "1つは\(SiteLimits.longestTypedSSID)バイト（日本語なら10文字）までです。",
        en: "Enter one a line, at most \(SiteLimits.mostSSIDs), each of at most "
          + "\(SiteLimits.longestTypedSSID) octets.")
    }
    let codes = draft.text(.rcois).split { ";,、，".contains($0) || $0.isNewline }
      .map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    site.rcois = codes.compactMap { RoamingConsortium(TextFolding.fold($0)) }
    if site.rcois.count < codes.count || codes.count > SiteLimits.mostRCOIs {
      refuse(
        .rcois,
        ja: "16進数で3〜15オクテット、1行に1つ、\(SiteLimits.mostRCOIs)個まで入力してください。例）5A03BA0000",
        en: "Enter hexadecimal digits of 3 to 15 octets, one a line, at most "
          + "\(SiteLimits.mostRCOIs), such as 5A03BA0000.")
    }
  }

  mutating func readNumbers() {
    let text = TextFolding.fold(draft.text(.batteryHours))
    site.batteryHours = nil
    guard !text.isEmpty else { return }
    let isPlain = text.utf8.allSatisfy { "0123456789.".utf8.contains($0) }
    guard isPlain, let hours = Double(text), hours <= SiteLimits.mostBatteryHours else {
      return refuse(
        .batteryHours, ja: "時間を0から\(Int(SiteLimits.mostBatteryHours))までの数で入力してください。例）6",
        en: "Enter hours as a number from 0 to \(Int(SiteLimits.mostBatteryHours)), such as 6.")
    }
    site.batteryHours = hours
  }

  mutating func readPlace() {
    switch draft.place.reading {
    case .nothing: site.place = nil
    case .place(let place, let wasSwapped): (site.place, self.wasSwapped) = (place, wasSwapped)
    case .problem(let words): problems[SiteDraft.latitudeField] = words
    }
  }

  mutating func readDays() {
    for field in SiteDraft.dayFields where !draft.day(field).isEmpty {
      if draft.day(field).date == nil {
        refuse(field, ja: "正しい日付を入力してください。", en: "Enter a day that there is.")
      }
    }
    site.installedOn = draft.day(.installedOn).date
    site.verifiedOn = draft.day(.verifiedOn).date
    // What speaks no OpenRoaming does so since no day.
    site.openRoamingSince = site.openRoaming == .no ? nil : draft.day(.openRoamingSince).date
    for (field, problem) in SiteLimits.impossibleDays(of: site, today: today) {
      refuse(field, problem)
    }
  }
}
