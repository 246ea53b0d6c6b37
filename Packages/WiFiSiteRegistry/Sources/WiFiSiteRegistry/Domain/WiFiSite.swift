import YuiOpenData
import YuiStorage
import YuiText

/// A place with public Wi-Fi: a building, a park, a phone box.
struct WiFiSite: Sendable, Hashable {
  let id: UUIDv7
  /// The local government code of who publishes it, six digits (JIS X 0402); empty where unknown.
  var code = ""
  /// NO of the older standard dataset, ID of the newer: how its publisher counts; it identifies
  /// nothing.
  var number = ""
  /// 都道府県名 and 市区町村名, as the standard dataset has them; the latter may be empty.
  var prefecture = ""
  var municipality = ""
  /// The name as it is written, in katakana, and in English; the last two may be empty.
  var name: String
  var kana = ""
  var nameEn = ""
  var facilityClass = FacilityClass.other
  var address = ""
  /// 方書: the building, the floor.
  var building = ""
  /// Where it is; `nil` where nobody knows.
  var place: Coordinate?
  /// Why the position may be wrong.
  var doubt: PositionDoubt?
  /// 設置者: who put it there.
  var installer = ""
  /// Who runs it, where that is somebody else.
  var provider = ""
  var phone = ""
  var phoneExtension = ""
  /// The names of its networks.
  var ssids: [String] = []
  /// 提供エリア: where in the place it reaches.
  var coverage = ""
  /// When it can be used, in words.
  var hours = ""
  var url = ""
  var note = ""
  var backhaul: Backhaul?
  /// How long it works without mains, in hours.
  var batteryHours: Double?
  var status = SiteStatus.working
  var openRoaming = OpenRoamingState.no
  /// The day from which it speaks OpenRoaming, for the progress by fiscal year.
  var openRoamingSince: CalendarDate?
  /// What it announces where that differs from its profile.
  var rcois: [RoamingConsortium] = []
  /// The slug of its profile.
  var profile: Slug?
  var installedOn: CalendarDate?
  /// The day somebody last looked whether it is as written here.
  var verifiedOn: CalendarDate?
  /// What an imported file told beside all that: column and cell, in order.
  var extras: [Extra] = []

  struct Extra: Sendable, Hashable, Codable {
    let name: String
    let value: String
  }

  /// A site of which nothing is known but its name.
  init(_ id: UUIDv7, name: String) {
    (self.id, self.name) = (id, name)
  }

  /// The name for readers of `Language`.
  var localizedName: LocalizedText { LocalizedText(ja: name, en: nameEn) }
}

/// Whether a site speaks OpenRoaming.
enum OpenRoamingState: String, CaseIterable, Sendable {
  case no
  case planned
  case yes

  var name: LocalizedText {
    switch self {
    case .no: LocalizedText(ja: "非対応", en: "No OpenRoaming")
    case .planned: LocalizedText(ja: "OpenRoaming対応予定", en: "OpenRoaming planned")
    case .yes: LocalizedText(everywhere: "OpenRoaming")
    }
  }
}

/// Why a position may be wrong; the site is kept and marked.
enum PositionDoubt: String, CaseIterable, Sendable {
  /// No land of Japan is near.
  case atSea = "at-sea"
  /// It lies in another prefecture than its address.
  case otherPrefecture = "other-prefecture"
  /// Somebody who was there says that it is elsewhere.
  case seenElsewhere = "seen-elsewhere"

  var name: LocalizedText {
    switch self {
    case .atSea: LocalizedText(ja: "海の上です", en: "It is at sea")
    case .otherPrefecture:
      LocalizedText(
        ja: "住所とは別の都道府県です", en: "It is in another prefecture than the address")
    case .seenElsewhere:
      LocalizedText(
        ja: "現地で、場所が違うと報告されました", en: "Somebody on site said that it is elsewhere")
    }
  }
}
