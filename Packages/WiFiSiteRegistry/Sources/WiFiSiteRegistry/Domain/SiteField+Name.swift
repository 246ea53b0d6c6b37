import YuiText

extension SiteField {
  /// What people call it.
  var name: LocalizedText {
    switch self {
    case .code: LocalizedText(ja: "全国地方公共団体コード", en: "Local government code")
    case .number: LocalizedText(ja: "公開データの番号", en: "Number in the published data")
    case .prefecture: LocalizedText(ja: "都道府県", en: "Prefecture")
    case .municipality: LocalizedText(ja: "市区町村", en: "Municipality")
    case .name: LocalizedText(ja: "名称", en: "Name")
    case .kana: LocalizedText(ja: "名称（カナ）", en: "Name in katakana")
    case .nameEn: LocalizedText(ja: "名称（英語）", en: "Name in English")
    case .facilityClass: WiFiWording.facilityClass
    case .address: WiFiWording.address
    case .building: LocalizedText(ja: "方書（建物・階）", en: "Building, floor")
    case .position: LocalizedText(ja: "緯度・経度", en: "Latitude, longitude")
    case .doubt: LocalizedText(ja: "位置の疑い", en: "Doubt about the position")
    case .installer: WiFiWording.installer
    case .provider: WiFiWording.provider
    case .phone: LocalizedText(ja: "電話番号", en: "Telephone")
    case .phoneExtension: LocalizedText(ja: "内線番号", en: "Extension")
    case .ssids: LocalizedText(ja: "SSID", en: "SSIDs")
    case .coverage: WiFiWording.coverage
    case .hours: WiFiWording.openingHours
    case .url: LocalizedText(ja: "URL", en: "URL")
    case .note: LocalizedText(ja: "備考（公開されます）", en: "Note (public)")
    case .backhaul: LocalizedText(ja: "回線", en: "Backhaul")
    case .batteryHours: WiFiWording.battery
    case .status: WiFiWording.status
    case .openRoaming: LocalizedText(everywhere: "OpenRoaming")
    case .openRoamingSince:
      LocalizedText(ja: "OpenRoamingの開始日（予定日）", en: "OpenRoaming since, or planned for")
    case .rcois: LocalizedText(everywhere: "RCOI")
    case .profile: LocalizedText(ja: "OpenRoamingのプロファイル", en: "OpenRoaming profile")
    case .installedOn: LocalizedText(ja: "設置日", en: "Installed on")
    case .verifiedOn: WiFiWording.verifiedOn
    case .extras: LocalizedText(ja: "取り込んだその他の項目", en: "Other imported columns")
    case .accessPoint: LocalizedText(ja: "アクセスポイント", en: "Access point")
    case .seen: LocalizedText(ja: "現地で見えたSSID", en: "SSIDs seen on site")
    case .remark: LocalizedText(ja: "現地でのメモ", en: "Remark from the site")
    case .merged: LocalizedText(ja: "統合した施設", en: "Merged with")
    }
  }
}
