import YuiOpenData
import YuiText

/// What is written down of a site, one by one: what its history tells apart, and datasets and pages
/// name alike.
enum SiteField: String, CaseIterable, Sendable, Codable {
  case code
  case number
  case prefecture
  case municipality
  case name
  case kana
  case nameEn = "name_en"
  case facilityClass = "class"
  case address
  case building
  case position
  case doubt
  case installer
  case provider
  case phone
  case phoneExtension = "phone_extension"
  case ssids
  case coverage
  case hours
  case url
  case note
  case backhaul
  case batteryHours = "battery_hours"
  case status
  case openRoaming = "openroaming"
  case openRoamingSince = "openroaming_since"
  case rcois
  case profile
  case installedOn = "installed_on"
  case verifiedOn = "verified_on"
  case extras
  /// One of its access points, which a change names.
  case accessPoint = "access_point"
  /// The networks that could be seen on site.
  case seen
  /// What somebody wrote who was on site.
  case remark
  /// The site with which it was found to be the same.
  case merged

  /// What the history alone tells: no site says anything in these.
  static let ofHistory: Set<SiteField> = [.accessPoint, .seen, .remark, .merged]

  /// What a site says in this field, in the form that files have; empty where it says nothing.
  func text(of site: WiFiSite) -> String {
    switch self {
    case .code: site.code
    case .number: site.number
    case .prefecture: site.prefecture
    case .municipality: site.municipality
    case .name: site.name
    case .kana: site.kana
    case .nameEn: site.nameEn
    case .facilityClass: site.facilityClass.rawValue
    case .address: site.address
    case .building: site.building
    case .position: site.place?.text ?? ""
    case .doubt: site.doubt?.rawValue ?? ""
    case .installer: site.installer
    case .provider: site.provider
    case .phone: site.phone
    case .phoneExtension: site.phoneExtension
    case .ssids: site.ssids.joined(separator: ";")
    case .coverage: site.coverage
    case .hours: site.hours
    case .url: site.url
    case .note: site.note
    case .backhaul: site.backhaul?.rawValue ?? ""
    case .batteryHours: TableValue(site.batteryHours).text
    case .status: site.status.rawValue
    case .openRoaming: site.openRoaming.rawValue
    case .openRoamingSince: site.openRoamingSince?.iso ?? ""
    case .rcois: site.rcois.map(\.description).joined(separator: ";")
    case .profile: site.profile?.description ?? ""
    case .installedOn: site.installedOn?.iso ?? ""
    case .verifiedOn: site.verifiedOn?.iso ?? ""
    case .extras: site.extras.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    case .accessPoint, .seen, .remark, .merged: ""
    }
  }
}

extension Coordinate {
  /// Latitude and longitude as files have them, `35.6895, 139.6917`.
  var text: String { "\(TableValue(latitude).text), \(TableValue(longitude).text)" }
}
