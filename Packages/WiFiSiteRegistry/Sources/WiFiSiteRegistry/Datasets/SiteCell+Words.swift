import YuiOpenData
import YuiText

/// How people read the columns of files.
extension SiteCell {
  /// The name people read where it is not the column's own.
  var label: LocalizedText? {
    switch self {
    case .openRoaming: SiteField.openRoaming.name
    case .rcois: SiteField.rcois.name
    case .profile: SiteField.profile.name
    case .status: SiteField.status.name
    case .facilityClass: SiteField.facilityClass.name
    case .verifiedOn: SiteField.verifiedOn.name
    case .id: LocalizedText(everywhere: "ID")
    case .openRoamingSince: SiteField.openRoamingSince.name
    case .hours: SiteField.hours.name
    case .provider: SiteField.provider.name
    case .backhaul: SiteField.backhaul.name
    case .batteryHours: SiteField.batteryHours.name
    case .installedOn: SiteField.installedOn.name
    default: nil
    }
  }

  /// The English name of an official column.
  var english: String {
    switch self {
    case .code: "Code of prefecture or municipality"
    case .number: "Number"
    case .prefecture: "Prefecture"
    case .municipality: "Municipality"
    case .government: "Local government"
    case .name: "Name"
    case .kana: "Name in katakana"
    case .nameEn: "Name in English"
    case .address: "Address"
    case .building: "Building and floor"
    case .latitude: "Latitude"
    case .longitude: "Longitude"
    case .installer: "Installed by"
    case .phone: "Telephone"
    case .phoneExtension: "Extension"
    case .ssids: "SSID"
    case .coverage: "Where it reaches"
    case .url: "Web page"
    case .note: "Note"
    default: label?[.en] ?? ""
    }
  }

  var kind: DatasetColumn.Kind {
    switch self {
    case .latitude, .longitude, .batteryHours: .number
    case .verifiedOn, .openRoamingSince, .installedOn: .date
    default: .text
    }
  }

  /// What belongs into the column.
  var help: LocalizedText {
    switch self {
    case .code: LocalizedText(ja: "検査数字を含む6桁", en: "six digits, the last a check digit")
    case .number: LocalizedText(ja: "行番号。識別には使いません。", en: "counts rows; identifies nothing")
    case .name, .kana, .nameEn: LocalizedText(ja: "200文字以内", en: "at most 200 characters")
    case .latitude, .longitude:
      LocalizedText(ja: "世界測地系（WGS84）の度", en: "degrees of WGS 84")
    case .ssids: LocalizedText(ja: "複数のときは「;」区切り", en: "several separated by ;")
    case .url: LocalizedText(ja: "https:// で始まるアドレス", en: "an address that starts with https://")
    case .openRoaming:
      LocalizedText(ja: "yes（対応）、planned（予定）、no（非対応）", en: "yes, planned or no")
    case .rcois:
      LocalizedText(
        ja: "16進数。複数のときは「;」区切り。例）5A03BA0000",
        en: "hexadecimal, several separated by ;, such as 5A03BA0000")
    case .profile:
      LocalizedText(
        ja: "登録済みのOpenRoamingのプロファイルのslug", en: "slug of an OpenRoaming profile that there is")
    case .status: Self.choices(SiteStatus.allCases.map { ($0.rawValue, $0.name) })
    case .facilityClass:
      LocalizedText(
        ja: Self.choices(FacilityClass.allCases.map { ($0.rawValue, $0.name) })[.ja]
          + "。空欄なら名称から判断します。",
        en: Self.choices(FacilityClass.allCases.map { ($0.rawValue, $0.name) })[.en]
          + "; guessed from the name where empty")
    case .verifiedOn, .openRoamingSince, .installedOn:
      LocalizedText(ja: "例）2026-04-01", en: "as 2026-04-01")
    case .id:
      LocalizedText(
        ja: "UUIDv7。空欄なら名称・住所・位置が同じ場所とみなします。",
        en: "UUIDv7; where empty, name, address and position tell which site it is")
    case .backhaul: Self.choices(Backhaul.allCases.map { ($0.rawValue, $0.name) })
    case .batteryHours: LocalizedText(ja: "時間", en: "hours")
    default: LocalizedText(ja: "", en: "")
    }
  }

  private static func choices(_ choices: [(value: String, name: LocalizedText)]) -> LocalizedText {
    LocalizedText(
      ja: choices.map { "\($0.value)（\($0.name[.ja])）" }.joined(separator: "、"),
      en: choices.map(\.value).joined(separator: ", "))
  }
}
