import YuiOpenData
import YuiStorage
import YuiText

/// Which sites are asked for; every condition that is set has to hold.
struct SiteFilter: Sendable, Hashable {
  /// What people typed: parts of name, kana, English name, address, building or SSID.
  var words = ""
  var classes: Set<FacilityClass> = []
  var statuses: Set<SiteStatus> = []
  var openRoaming: Set<OpenRoamingState> = []
  /// The name of one of its networks, to the letter.
  var ssid: String?
  var profile: Slug?
  /// Where it is; sites without a position are nowhere.
  var box: BoundingBox?
  var mesh: MeshCode?
  /// Whether its position may be wrong.
  var hasDoubt = false
  /// Whether nobody knows where it is.
  var hasNoPlace = false
  /// Whether nobody has looked since this day, or ever.
  var notVerifiedSince: CalendarDate?
  /// Whether none of its access points is known.
  var hasNoAccessPoints = false
  /// Whether it is in its status since this day or longer.
  var unchangedSince: CalendarDate?
  /// Whether OpenRoaming was planned for a day before this one.
  var openRoamingDueBefore: CalendarDate?

  /// All sites.
  static let all = SiteFilter()

  /// Those that people who look for Wi-Fi are shown.
  static let shown = SiteFilter(statuses: Set(SiteStatus.allCases.filter(\.isPublic)))

  init(
    words: String = "", classes: Set<FacilityClass> = [], statuses: Set<SiteStatus> = [],
    openRoaming: Set<OpenRoamingState> = []
  ) {
    (self.words, self.classes) = (words, classes)
    (self.statuses, self.openRoaming) = (statuses, openRoaming)
  }
}

extension SiteFilter {
  /// Words that more sites hold are looked for in one site after the other: a page of those is soon
  /// found, while to gather all would grow with them.
  private static let fewSites = 4_000

  /// The condition on rows of `wifi_sites`.
  func condition(in source: some Queryable) throws -> SQL {
    var terms: [SQL] = ["1 = 1"]
    if let kinds = Self.among(classes, "class") { terms.append(kinds) }
    if let states = Self.among(statuses, "status") { terms.append(states) }
    if let states = Self.among(openRoaming, "openroaming") { terms.append(states) }
    if let ssid { terms.append("id IN (SELECT site FROM wifi_ssids WHERE ssid = \(ssid))") }
    if let profile { terms.append("profile = \(profile.description)") }
    if let box { terms.append(SiteStore.places.intersects(box, id: "id")) }
    if let box = mesh?.box {
      // A cell has its lower edges; the upper ones are its neighbours'.
      terms.append(
        """
        \(SiteStore.places.intersects(box, id: "id"))
        AND latitude < \(box.north) AND longitude < \(box.east)
        """)
    }
    if hasDoubt { terms.append("doubt IS NOT NULL") }
    if hasNoPlace { terms.append("latitude IS NULL") }
    if let notVerifiedSince {
      terms.append("(verified_on IS NULL OR verified_on < \(notVerifiedSince))")
    }
    if hasNoAccessPoints { terms.append("access_points = 0") }
    if let unchangedSince { terms.append("status_since <= \(unchangedSince)") }
    if let openRoamingDueBefore {
      terms.append("openroaming = 'planned' AND openroaming_since < \(openRoamingDueBefore)")
    }
    if !words.trimmingWhitespace.isEmpty {
      let sites = try SiteStore.words.count(words, atMost: Self.fewSites, in: source)
      terms.append(
        sites < Self.fewSites
          ? SiteStore.words.match(words, id: "id")
          : SiteStore.words.matchEach(words, id: "wifi_sites.id"))
    }
    return SQL.joined(terms, separator: " AND ")
  }

  /// How many sites there are, where that is kept counted.
  func counted(in source: some Queryable) throws -> Int? {
    guard self == SiteFilter(classes: classes, statuses: statuses, openRoaming: openRoaming)
    else { return nil }
    return try SiteCounts.all(in: source).filter { count in
      (classes.isEmpty || classes.contains(count.kind.facilityClass))
        && (statuses.isEmpty || statuses.contains(count.kind.status))
        && (openRoaming.isEmpty || openRoaming.contains(count.kind.openRoaming))
    }.reduce(0) { $0 + $1.sites }
  }

  /// A condition that a column has one of these values; none where any will do.
  private static func among<
    Value: RawRepresentable<String> & CaseIterable & Hashable & SQLBindable
  >(
    _ values: Set<Value>, _ column: SQL
  ) -> SQL? {
    guard !values.isEmpty, values.count < Value.allCases.count else { return nil }
    let sorted = values.sorted { $0.rawValue < $1.rawValue }
    return "\(column) IN (\(SQL.joined(sorted.map { "\($0)" }, separator: ", ")))"
  }
}
