import FoundationEssentials
import YuiOpenData
import YuiStorage
import YuiText

/// A site as a row of `wifi_sites`.
enum SiteRow {
  /// The columns in the order in which ``site(from:)`` reads and ``values(of:)`` writes them.
  static let columns: SQL =
    """
    id, code, number, prefecture, municipality, name, kana, name_en, class, address, building,
    latitude, longitude, doubt, installer, provider, phone, phone_extension, ssids, coverage, hours,
    url, note, backhaul, battery_hours, status, openroaming, openroaming_since, rcois, profile,
    installed_on, verified_on, extras
    """

  /// What an upsert takes over of a row that is there.
  static let replaced: SQL =
    """
    code = excluded.code, number = excluded.number, prefecture = excluded.prefecture,
    municipality = excluded.municipality, name = excluded.name, kana = excluded.kana,
    name_en = excluded.name_en, class = excluded.class, address = excluded.address,
    building = excluded.building, latitude = excluded.latitude, longitude = excluded.longitude,
    doubt = excluded.doubt, installer = excluded.installer, provider = excluded.provider,
    phone = excluded.phone, phone_extension = excluded.phone_extension, ssids = excluded.ssids,
    coverage = excluded.coverage, hours = excluded.hours, url = excluded.url,
    note = excluded.note, backhaul = excluded.backhaul, battery_hours = excluded.battery_hours,
    status = excluded.status, openroaming = excluded.openroaming,
    openroaming_since = excluded.openroaming_since, rcois = excluded.rcois,
    profile = excluded.profile, installed_on = excluded.installed_on,
    verified_on = excluded.verified_on, extras = excluded.extras
    """

  static func values(of site: WiFiSite) throws -> SQL {
    """
    \(site.id), \(site.code), \(site.number), \(site.prefecture), \(site.municipality),
    \(site.name), \(site.kana), \(site.nameEn), \(site.facilityClass), \(site.address),
    \(site.building), \(site.place?.latitude), \(site.place?.longitude), \(site.doubt),
    \(site.installer), \(site.provider), \(site.phone), \(site.phoneExtension),
    \(site.ssids.joined(separator: "\n")), \(site.coverage), \(site.hours), \(site.url),
    \(site.note), \(site.backhaul), \(site.batteryHours), \(site.status), \(site.openRoaming),
    \(site.openRoamingSince), \(SiteField.rcois.text(of: site)), \(site.profile?.description),
    \(site.installedOn), \(site.verifiedOn), \(try text(of: site.extras))
    """
  }

  static func site(from row: Row) throws -> WiFiSite {
    var site = WiFiSite(try row.uuid(0), name: try row.text(5))
    site.code = try row.text(1)
    site.number = try row.text(2)
    site.prefecture = try row.text(3)
    site.municipality = try row.text(4)
    site.kana = try row.text(6)
    site.nameEn = try row.text(7)
    site.facilityClass = try row.value(8, as: FacilityClass.self)
    site.address = try row.text(9)
    site.building = try row.text(10)
    site.place = try place(row, latitude: 11, longitude: 12)
    site.doubt = try row.valueOrNil(13, as: PositionDoubt.self)
    site.installer = try row.text(14)
    site.provider = try row.text(15)
    site.phone = try row.text(16)
    site.phoneExtension = try row.text(17)
    site.ssids = try row.text(18).split(separator: "\n").map(String.init)
    site.coverage = try row.text(19)
    site.hours = try row.text(20)
    site.url = try row.text(21)
    site.note = try row.text(22)
    site.backhaul = try row.valueOrNil(23, as: Backhaul.self)
    site.batteryHours = try row.doubleOrNil(24)
    site.status = try row.value(25, as: SiteStatus.self)
    site.openRoaming = try row.value(26, as: OpenRoamingState.self)
    site.openRoamingSince = try row.dateOrNil(27)
    site.rcois = try row.text(28).split(separator: ";").compactMap { RoamingConsortium(String($0)) }
    site.profile = try row.textOrNil(29).flatMap { Slug($0) }
    site.installedOn = try row.dateOrNil(30)
    site.verifiedOn = try row.dateOrNil(31)
    site.extras = try extras(try row.text(32))
    return site
  }

  static func place(_ row: Row, latitude: Int, longitude: Int) throws -> Coordinate? {
    guard let latitude = try row.doubleOrNil(latitude),
      let longitude = try row.doubleOrNil(longitude)
    else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  private static func text(of extras: [WiFiSite.Extra]) throws -> String {
    guard !extras.isEmpty else { return "" }
    return String(decoding: try JSONEncoder().encode(extras), as: UTF8.self)
  }

  private static func extras(_ text: String) throws -> [WiFiSite.Extra] {
    guard !text.isEmpty else { return [] }
    return try JSONDecoder().decode([WiFiSite.Extra].self, from: Data(text.utf8))
  }
}

extension FacilityClass: SQLBindable {}
extension SiteStatus: SQLBindable {}
extension OpenRoamingState: SQLBindable {}
extension PositionDoubt: SQLBindable {}
extension Backhaul: SQLBindable {}
extension SiteChange.Source: SQLBindable {}

extension Array {
  /// The elements in order, at most so many at a time.
  func chunks(of most: Int) -> [[Element]] {
    stride(from: 0, to: count, by: most).map { Array(self[$0..<Swift.min($0 + most, count)]) }
  }
}
