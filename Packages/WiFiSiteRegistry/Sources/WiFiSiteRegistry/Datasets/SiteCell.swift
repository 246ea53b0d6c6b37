import YuiOpenData
import YuiStorage
import YuiText

/// A cell of a site's row: what one column of a file says of it.
enum SiteCell: Int, CaseIterable, Sendable {
  case code
  case number
  case prefecture
  case municipality
  /// 地方公共団体名: prefecture and municipality in one.
  case government
  case name
  case kana
  case nameEn
  case address
  case building
  case latitude
  case longitude
  case installer
  case phone
  case phoneExtension
  case ssids
  case coverage
  case url
  case note
  case openRoaming
  case rcois
  case profile
  case status
  case facilityClass
  case verifiedOn
  case id
  case openRoamingSince
  case hours
  case provider
  case backhaul
  case batteryHours
  case installedOn

  /// What the cell of a site holds, as files have it.
  func text(of site: WiFiSite) -> String {
    switch self {
    case .code: site.code
    case .number: site.number
    case .prefecture: site.prefecture
    case .municipality: site.municipality
    case .government: site.prefecture + site.municipality
    case .name: site.name
    case .kana: site.kana
    case .nameEn: site.nameEn
    case .address: site.address
    case .building: site.building
    case .latitude: TableValue(site.place?.latitude).text
    case .longitude: TableValue(site.place?.longitude).text
    case .installer: site.installer
    case .phone: site.phone
    case .phoneExtension: site.phoneExtension
    case .ssids: SiteField.ssids.text(of: site)
    case .coverage: site.coverage
    case .url: site.url
    case .note: site.note
    case .openRoaming: site.openRoaming.rawValue
    case .rcois: SiteField.rcois.text(of: site)
    case .profile: site.profile?.description ?? ""
    case .status: site.status.rawValue
    case .facilityClass: site.facilityClass.rawValue
    case .verifiedOn: site.verifiedOn?.iso ?? ""
    case .id: site.id.description
    case .openRoamingSince: site.openRoamingSince?.iso ?? ""
    case .hours: site.hours
    case .provider: site.provider
    case .backhaul: site.backhaul?.rawValue ?? ""
    case .batteryHours: TableValue(site.batteryHours).text
    case .installedOn: site.installedOn?.iso ?? ""
    }
  }

  /// Takes over what a row says; the position and what identifies a site are not taken cell by cell.
  func copy(from row: WiFiSite, to site: inout WiFiSite) {
    switch self {
    case .code: site.code = row.code
    case .number: site.number = row.number
    case .prefecture: site.prefecture = row.prefecture
    case .municipality: site.municipality = row.municipality
    case .name: site.name = row.name
    case .kana: site.kana = row.kana
    case .nameEn: site.nameEn = row.nameEn
    case .address: site.address = row.address
    case .building: site.building = row.building
    case .installer: site.installer = row.installer
    case .phone: site.phone = row.phone
    case .phoneExtension: site.phoneExtension = row.phoneExtension
    case .ssids: site.ssids = row.ssids
    case .coverage: site.coverage = row.coverage
    case .url: site.url = row.url
    case .note: site.note = row.note
    case .openRoaming: site.openRoaming = row.openRoaming
    case .rcois: site.rcois = row.rcois
    case .profile: site.profile = row.profile
    case .status: site.status = row.status
    case .facilityClass: site.facilityClass = row.facilityClass
    case .verifiedOn: site.verifiedOn = row.verifiedOn
    case .openRoamingSince: site.openRoamingSince = row.openRoamingSince
    case .hours: site.hours = row.hours
    case .provider: site.provider = row.provider
    case .backhaul: site.backhaul = row.backhaul
    case .batteryHours: site.batteryHours = row.batteryHours
    case .installedOn: site.installedOn = row.installedOn
    case .government, .latitude, .longitude, .id: break
    }
  }
}

/// Some cells of a row.
struct SiteCells: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ cell: SiteCell) { rawValue = 1 << UInt64(cell.rawValue) }

  /// Whether the row says this.
  func contains(_ cell: SiteCell) -> Bool { contains(SiteCells(cell)) }

  mutating func insert(_ cell: SiteCell) { insert(SiteCells(cell)) }
  mutating func remove(_ cell: SiteCell) { remove(SiteCells(cell)) }
}
