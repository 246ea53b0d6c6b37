import YuiText
import YuiWeb

/// A profile as somebody entered it, before it is checked.
struct ProfileDraft: Sendable, Hashable {
  /// What is entered, in the order of the form; lists have a value on each line.
  enum Field: String, CaseIterable, Sendable {
    case nameJa = "name_ja"
    case nameEn = "name_en"
    case ssid
    case security
    case passpoint
    case settlement
    case rcois
    case wbaid
    case operatorNames = "operator_names"
    case networkType = "network_type"
    case internet
    case furtherStep = "asra"
    case four = "ipv4"
    case six = "ipv6"
    case venue
    case otherVenue = "venue_other"
    case venueNames = "venue_names"
    case venueURL = "venue_url"
    case domains
    case realms
    case cells
    case hessid
    case anqpDomain = "anqp_domain"
    case serverNames = "server_names"
    case frontEnd = "front_end"
    case server
    case accessPoints = "access_points"
    case authorities
    case certificate
    case key
    case lookup
  }

  /// What a checked box sends.
  static let yes = "yes"
  /// The choice of a kind of place that is entered as a number.
  static let otherVenue = "other"

  private var values: [Field: String] = [:]

  subscript(_ field: Field) -> String {
    get { values[field] ?? "" }
    set { values[field] = newValue }
  }

  /// A new profile: settlement-free, for everybody, with what most access points need.
  init() {
    self[.security] = Self.text(of: [.wpa2Enterprise, .wpa3Enterprise])
    self[.passpoint] = Self.yes
    self[.settlement] = OpenRoamingProfile.Settlement.free.rawValue
    self[.rcois] = RoamingConsortium.everyone.description
    self[.networkType] = "\(NetworkType.free.rawValue)"
    self[.internet] = Self.yes
    self[.four] = "\(AddressAvailability.Four.singleNAT.rawValue)"
    self[.six] = "\(AddressAvailability.Six.none.rawValue)"
    self[.venue] = VenueType.unspecified.description
    set(RadiusBackend())
  }

  init(form: FormData) {
    for field in Field.allCases {
      self[field] = form.values(named: field.rawValue).map(\.trimmingWhitespace)
        .joined(separator: "\n")
    }
  }

  init(_ profile: OpenRoamingProfile) {
    self[.nameJa] = profile.name[.ja]
    self[.nameEn] = profile.nameEn
    self[.ssid] = profile.ssid.description
    self[.security] = Self.text(of: profile.security)
    self[.passpoint] = profile.isPasspoint ? Self.yes : ""
    self[.settlement] = profile.settlement.rawValue
    self[.rcois] = Self.lines(profile.rcois)
    self[.wbaid] = profile.wbaid?.description ?? ""
    self[.operatorNames] = Self.lines(profile.operatorNames)
    self[.networkType] = "\(profile.networkType.rawValue)"
    self[.internet] = profile.hasInternet ? Self.yes : ""
    self[.furtherStep] = profile.needsFurtherStep ? Self.yes : ""
    self[.four] = "\(profile.addresses.four.rawValue)"
    self[.six] = "\(profile.addresses.six.rawValue)"
    let isKnown = VenueType.known.contains { $0.venue == profile.venue }
    self[.venue] = isKnown ? profile.venue.description : Self.otherVenue
    self[.otherVenue] = isKnown ? "" : profile.venue.description
    self[.venueNames] = Self.lines(profile.venueNames)
    self[.venueURL] = profile.venueURL
    self[.domains] = Self.lines(profile.domains)
    self[.realms] = Self.lines(profile.realms)
    self[.cells] = Self.lines(profile.cells)
    self[.hessid] = profile.hessid?.description ?? ""
    self[.anqpDomain] = profile.anqpDomain.map(String.init) ?? ""
    self[.serverNames] = Self.lines(profile.serverNames)
    set(profile.backend)
  }

  private mutating func set(_ backend: RadiusBackend) {
    self[.frontEnd] = backend.frontEnd.rawValue
    self[.server] = backend.server.description
    self[.accessPoints] = Self.lines(backend.accessPoints)
    self[.authorities] = backend.authorities.description
    self[.certificate] = backend.certificate.description
    self[.key] = backend.key.description
    self[.lookup] = backend.lookup.description
  }

  /// The values by field, for the audit log.
  var details: [String: String] {
    Dictionary(
      Field.allCases.map { ($0.rawValue, self[$0].replacing("\n", with: " | ")) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The lines of a list that say something.
  func lines(of field: Field) -> [String] {
    self[field].split(whereSeparator: \.isNewline).map { String($0).trimmingWhitespace }
      .filter { !$0.isEmpty }
  }

  private static func text(of security: Set<WiFiSecurity>) -> String {
    WiFiSecurity.allCases.filter(security.contains).map(\.rawValue).joined(separator: "\n")
  }

  private static func lines(_ values: [some CheckedText]) -> String {
    values.map(\.description).joined(separator: "\n")
  }
}
