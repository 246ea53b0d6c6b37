import YuiOpenData
import YuiStorage
import YuiText

/// Which assets are asked for; every condition that is set has to hold.
struct AssetFilter: Sendable, Hashable {
  /// What people typed: parts of id, name, address, owner or bureau.
  var words = ""
  var publish: Set<PublishLevel> = []
  var classes: Set<AssetClass> = []
  var availabilities: Set<Availability> = []
  /// The code of where they lie; a prefecture's stands for all within it.
  var municipality: String?
  /// Whether there is power at the place or near it; one where nobody knows is not among them.
  var hasPower = false
  var allowsSharing = false
  /// At least so high and so large, and at most so far from the street; where nobody knows, not.
  var leastHeight: Double?
  var leastArea: Double?
  var mostStreetDistance: Double?
  var box: BoundingBox?
  var mesh: MeshCode?
  /// Whether its position may be wrong.
  var hasDoubt = false
  /// Whether nobody has looked since this day, or ever.
  var notVerifiedSince: CalendarDate?

  /// All assets.
  static let all = AssetFilter()

  /// Those that everybody may know of.
  static let `public` = AssetFilter(publish: [.public])

  init(
    words: String = "", publish: Set<PublishLevel> = [], classes: Set<AssetClass> = [],
    availabilities: Set<Availability> = []
  ) {
    (self.words, self.publish) = (words, publish)
    (self.classes, self.availabilities) = (classes, availabilities)
  }

  /// Whether it asks for nothing but what is kept counted.
  var isOfKinds: Bool {
    var kinds = AssetFilter(publish: publish, classes: classes, availabilities: availabilities)
    kinds.municipality = municipality
    return self == kinds
  }
}

extension AssetFilter {
  /// Words that more assets hold are looked for in one asset after the other: a page of those is soon
  /// found, while to gather all would grow with them.
  private static let fewAssets = 4_000

  /// The condition on rows of `assets_assets`.
  func condition(in source: some Queryable) throws -> SQL {
    var terms: [SQL] = ["1 = 1"]
    if let levels = Self.among(publish, "publish") { terms.append(levels) }
    if let kinds = Self.among(classes, "class") { terms.append(kinds) }
    if let states = Self.among(availabilities, "availability") { terms.append(states) }
    if let municipality { terms.append(Self.lies(in: municipality)) }
    if hasPower { terms.append("has_power = 1") }
    if allowsSharing { terms.append("sharing_allowed = 1") }
    if let leastHeight { terms.append("height_m >= \(leastHeight)") }
    if let leastArea { terms.append("area_m2 >= \(leastArea)") }
    if let mostStreetDistance { terms.append("street_distance_m <= \(mostStreetDistance)") }
    if let box { terms.append(AssetStore.places.intersects(box, id: "id")) }
    if let box = mesh?.box {
      // A cell has its lower edges; the upper ones are its neighbours'.
      terms.append(
        """
        \(AssetStore.places.intersects(box, id: "id"))
        AND latitude < \(box.north) AND longitude < \(box.east)
        """)
    }
    if hasDoubt { terms.append("doubt IS NOT NULL") }
    if let notVerifiedSince {
      terms.append("(verified_on IS NULL OR verified_on < \(notVerifiedSince))")
    }
    if !words.trimmingWhitespace.isEmpty {
      let assets = try AssetStore.words.count(words, atMost: Self.fewAssets, in: source)
      terms.append(
        assets < Self.fewAssets
          ? AssetStore.words.match(words, id: "id")
          : AssetStore.words.matchEach(words, id: "assets_assets.id"))
    }
    return SQL.joined(terms, separator: " AND ")
  }

  /// The first two digits of a code are its prefecture's, whose own has 000 behind them.
  static func isPrefecture(_ code: String) -> Bool { code.dropFirst(2).hasPrefix("000") }

  private static func lies(in code: String) -> SQL {
    guard isPrefecture(code) else { return "municipality_code = \(code)" }
    let prefix = String(code.prefix(2))
    return "municipality_code >= \(prefix) AND municipality_code < \(prefix + ":")"
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
