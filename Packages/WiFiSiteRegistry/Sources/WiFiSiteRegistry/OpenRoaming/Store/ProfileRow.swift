import FoundationEssentials
import YuiStorage
import YuiText

/// A profile as a row of `wifi_profiles`; lists are JSON arrays of texts, those of networks stand
/// side by side.
enum ProfileRow {
  /// The columns in the order in which ``profile(from:)`` reads and ``values(of:)`` writes them.
  static let columns: SQL =
    """
    slug, name_ja, name_en, ssid, security, is_passpoint, settlement, rcois, realms, domains, cells,
    venue, venue_names, venue_url, network_type, has_internet, needs_further_step, ipv4, ipv6,
    hessid, anqp_domain, operator_names, wbaid, server_names, front_end, server, access_points,
    authorities, certificate, private_key, lookup
    """

  /// What an upsert takes over of a row that is there.
  static let replaced: SQL =
    """
    name_ja = excluded.name_ja, name_en = excluded.name_en, ssid = excluded.ssid,
    security = excluded.security, is_passpoint = excluded.is_passpoint,
    settlement = excluded.settlement, rcois = excluded.rcois, realms = excluded.realms,
    domains = excluded.domains, cells = excluded.cells, venue = excluded.venue,
    venue_names = excluded.venue_names, venue_url = excluded.venue_url,
    network_type = excluded.network_type, has_internet = excluded.has_internet,
    needs_further_step = excluded.needs_further_step, ipv4 = excluded.ipv4, ipv6 = excluded.ipv6,
    hessid = excluded.hessid, anqp_domain = excluded.anqp_domain,
    operator_names = excluded.operator_names, wbaid = excluded.wbaid,
    server_names = excluded.server_names, front_end = excluded.front_end,
    server = excluded.server, access_points = excluded.access_points,
    authorities = excluded.authorities, certificate = excluded.certificate,
    private_key = excluded.private_key, lookup = excluded.lookup
    """

  static func values(of profile: OpenRoamingProfile) throws -> SQL {
    let security = WiFiSecurity.allCases.filter(profile.security.contains).map(\.rawValue)
    let backend = profile.backend
    return """
      \(profile.slug.description), \(profile.name[.ja]), \(profile.nameEn),
      \(profile.ssid.description), \(try json(security)), \(profile.isPasspoint),
      \(profile.settlement), \(try json(profile.rcois)), \(try json(profile.realms)),
      \(try json(profile.domains)), \(try json(profile.cells)), \(profile.venue.description),
      \(try json(profile.venueNames)), \(profile.venueURL), \(Int(profile.networkType.rawValue)),
      \(profile.hasInternet), \(profile.needsFurtherStep), \(Int(profile.addresses.four.rawValue)),
      \(Int(profile.addresses.six.rawValue)), \(profile.hessid?.description), \(profile.anqpDomain),
      \(try json(profile.operatorNames)), \(profile.wbaid?.description),
      \(try json(profile.serverNames)), \(backend.frontEnd), \(backend.server.description),
      \(backend.accessPoints.map(\.description).joined(separator: " ")), \(backend.authorities.description),
      \(backend.certificate.description), \(backend.key.description), \(backend.lookup.description)
      """
  }

  static func profile(from row: Row) throws -> OpenRoamingProfile {
    guard let slug = Slug(try row.text(0)),
      let networkType = try number(row, 14, NetworkType.init),
      let four = try number(row, 17, AddressAvailability.Four.init),
      let six = try number(row, 18, AddressAvailability.Six.init)
    else { throw unreadable }
    return OpenRoamingProfile(
      slug: slug, name: LocalizedText(ja: try row.text(1), en: try row.text(2)),
      ssid: try value(row.text(3)),
      security: Set(try texts(row.text(4)).compactMap(WiFiSecurity.init(rawValue:))),
      isPasspoint: try row.int(5) != 0,
      settlement: try row.value(6, as: OpenRoamingProfile.Settlement.self),
      rcois: try list(row.text(7)), realms: try list(row.text(8)), domains: try list(row.text(9)),
      cells: try list(row.text(10)), venue: try value(row.text(11)),
      venueNames: try list(row.text(12)), venueURL: try row.text(13), networkType: networkType,
      hasInternet: try row.int(15) != 0, needsFurtherStep: try row.int(16) != 0,
      addresses: AddressAvailability(four: four, six: six),
      hessid: try row.textOrNil(19).map(value), anqpDomain: try row.intOrNil(20),
      operatorNames: try list(row.text(21)), wbaid: try row.textOrNil(22).map(value),
      serverNames: try list(row.text(23)), backend: try backend(from: row))
  }

  private static func backend(from row: Row) throws -> RadiusBackend {
    RadiusBackend(
      frontEnd: try row.value(24, as: RadiusBackend.FrontEnd.self),
      server: try value(row.text(25)),
      accessPoints: try row.text(26).split(separator: " ").map { try value(String($0)) },
      authorities: try value(row.text(27)), certificate: try value(row.text(28)),
      key: try value(row.text(29)), lookup: try value(row.text(30)))
  }

  // MARK: Values

  private static let unreadable = StoreError(.wrongType, "a stored profile cannot be read")

  private static func number<Value>(
    _ row: Row, _ column: Int, _ read: (UInt8) -> Value?
  ) throws -> Value? {
    UInt8(exactly: try row.int(column)).flatMap(read)
  }

  private static func value<Value: CheckedText>(_ text: String) throws -> Value {
    do {
      return try Value(checking: text)
    } catch {
      throw unreadable
    }
  }

  private static func list<Value: CheckedText>(_ json: String) throws -> [Value] {
    try texts(json).map(value)
  }

  private static func texts(_ json: String) throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(json.utf8))
  }

  private static func json(_ values: [some CustomStringConvertible]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(values.map(\.description)), as: UTF8.self)
  }
}

extension OpenRoamingProfile.Settlement: SQLBindable {}
extension RadiusBackend.FrontEnd: SQLBindable {}
