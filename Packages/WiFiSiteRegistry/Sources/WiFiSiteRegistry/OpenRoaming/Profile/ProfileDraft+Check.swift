import YuiText

extension ProfileDraft {
  enum CheckResult {
    case success(OpenRoamingProfile)
    case failure([Field: LocalizedText])
  }

  /// The checked profile under its name in addresses, or what is wrong by field.
  func checked(as slug: Slug) -> CheckResult {
    var check = ProfileCheck(draft: self)
    let name = check.name()
    let ssid = check.one(.ssid, as: NetworkName.self)
    let security = check.security()
    let settlement = check.choice(.settlement, OpenRoamingProfile.Settlement.init)
    let rcois = check.list(.rcois, as: RoamingConsortium.self)
    let wbaid = check.optional(.wbaid, as: WBAID.self)
    let operatorNames = check.names(.operatorNames)
    let networkType = check.number(.networkType, NetworkType.init)
    let four = check.number(.four, AddressAvailability.Four.init)
    let six = check.number(.six, AddressAvailability.Six.init)
    let venue = check.venue()
    let venueNames = check.names(.venueNames)
    check.venueURL()
    let domains = check.list(.domains, as: DomainName.self)
    let realms = check.realms()
    let cells = check.list(.cells, as: CellularNetwork.self)
    let hessid = check.optional(.hessid, as: HESSID.self)
    let anqpDomain = check.anqpDomain()
    let serverNames = check.list(.serverNames, as: DomainName.self)
    let backend = check.backend()
    guard check.problems.isEmpty, let ssid, let settlement, let networkType, let four, let six,
      let venue, let backend
    else { return .failure(check.problems) }
    return .success(
      OpenRoamingProfile(
        slug: slug, name: name, ssid: ssid, security: security,
        isPasspoint: self[.passpoint] == Self.yes, settlement: settlement, rcois: rcois,
        realms: realms, domains: domains, cells: cells, venue: venue, venueNames: venueNames,
        venueURL: self[.venueURL], networkType: networkType,
        hasInternet: self[.internet] == Self.yes,
        needsFurtherStep: self[.furtherStep] == Self.yes,
        addresses: AddressAvailability(four: four, six: six), hessid: hessid,
        anqpDomain: anqpDomain, operatorNames: operatorNames, wbaid: wbaid,
        serverNames: serverNames, backend: backend))
  }
}
