import YuiText

/// What the access points of a site announce, and where they send those who sign in.
///
/// Many sites share a profile; a site may announce other consortia and has a name of its own
/// (``announced(at:)``).
struct OpenRoamingProfile: Sendable, Hashable {
  /// The most values of one list.
  static let mostValues = 30
  /// The most that a tenant has.
  static let most = 200

  /// Whose visitors are served.
  enum Settlement: String, CaseIterable, Sendable {
    /// Those for whom nobody pays, which is all that Cityroam brings.
    case free = "settlement-free"
    /// Those whose operator pays too.
    case settled

    var name: LocalizedText {
      switch self {
      case .free:
        LocalizedText(ja: "精算なしだけ（Cityroamなど）", en: "Settlement-free only (as by Cityroam)")
      case .settled: LocalizedText(ja: "精算ありの契約もある", en: "Settled too, by contract")
      }
    }
  }

  let slug: Slug
  /// How staff call it.
  var name: LocalizedText
  var ssid: NetworkName
  var security: Set<WiFiSecurity>
  /// Whether it speaks Passpoint (Hotspot 2.0).
  var isPasspoint: Bool
  var settlement: Settlement
  /// The first three are in beacons.
  var rcois: [RoamingConsortium]
  var realms: [NAIRealm]
  var domains: [DomainName]
  var cells: [CellularNetwork]
  var venue: VenueType
  var venueNames: [NamedText]
  /// A page about the place; may be empty.
  var venueURL: String
  var networkType: NetworkType
  /// Whether it leads to the internet.
  var hasInternet: Bool
  /// Whether visitors have to do something else before (ASRA), such as to accept terms.
  var needsFurtherStep: Bool
  var addresses: AddressAvailability
  var hessid: HESSID?
  /// What access points with the same answers share (ANQP domain id); nil for none.
  var anqpDomain: Int?
  var operatorNames: [NamedText]
  var wbaid: WBAID?
  /// The names in the certificates of the server that checks passwords, for files for phones.
  var serverNames: [DomainName]
  var backend: RadiusBackend
}

extension OpenRoamingProfile {
  /// The English name; empty where there is none.
  var nameEn: String { name.words(in: .en) }
  var beaconRCOIs: ArraySlice<RoamingConsortium> { rcois.prefix(RoamingConsortium.mostInBeacons) }
  /// Those that a phone learns only if it asks.
  var queriedRCOIs: ArraySlice<RoamingConsortium> {
    rcois.dropFirst(RoamingConsortium.mostInBeacons)
  }
  /// Whether visitors sign in by certificate, password or SIM, and not with a shared word or nothing.
  var isEnterprise: Bool { !security.isEmpty && security.allSatisfy(\.isEnterprise) }
  /// Whether users of some realm sign in by SIM.
  var takesSIM: Bool { !cells.isEmpty || realms.contains(where: \.usesSIM) }
  /// The best service that a consortium here promises.
  var tier: ServiceTier { rcois.compactMap { $0.policy?.tier }.max() ?? .bronze }
  /// The realm whose users have a name and a password, for files for phones.
  var passwordRealm: String? {
    realms.first { realm in
      realm.encoding == .domain && realm.cellularNetworks.isEmpty
        && realm.methods.contains { $0.type == EAPMethod.usual.type }
    }?.names.first
  }

  /// The profile as one site announces it: with the consortia that the site has of its own, and its
  /// name for the venue.
  func announced(at site: WiFiSite) -> OpenRoamingProfile {
    var profile = self
    profile.rcois = site.rcois(sharing: rcois)
    let names = [
      NamedText(NamedText.japanese, keeping: site.name),
      NamedText(NamedText.english, keeping: site.nameEn),
    ].compactMap { $0 }
    let own = Set(names.map(\.language))
    profile.venueNames = names + venueNames.filter { !own.contains($0.language) }
    return profile
  }
}
