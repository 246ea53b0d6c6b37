import YuiOpenData
import YuiStorage

/// Finds sites that may be the same: by their names, or because they are at the same spot.
struct DuplicateSearch: Sendable {
  /// What is looked at of a site.
  struct Candidate: Sendable {
    let id: UUIDv7
    let name: String
    let place: Coordinate?
    let key: SiteNameKey

    init(id: UUIDv7, name: String, place: Coordinate?) {
      (self.id, self.name, self.place) = (id, name, place)
      key = SiteNameKey(name)
    }
  }

  /// Two sites, the older first.
  struct Pair: Sendable, Hashable {
    let first: UUIDv7
    let second: UUIDv7

    init(_ one: UUIDv7, _ other: UUIDv7) {
      (first, second) = (min(one, other), max(one, other))
    }
  }

  /// Why two sites may be the same.
  struct Finding: Sendable, Hashable, Comparable {
    let pair: Pair
    let hasSameName: Bool
    let hasSimilarName: Bool
    /// How far they are from each other, in metres, where both have a position.
    let distance: Double?

    init(_ one: Candidate, _ other: Candidate) {
      pair = Pair(one.id, other.id)
      hasSameName = one.key == other.key
      hasSimilarName = hasSameName || one.key.isSimilar(to: other.key)
      distance = one.place.flatMap { place in other.place.map(place.distance(to:)) }
    }

    var isAtSameSpot: Bool { (distance ?? .infinity) <= DuplicateSearch.sameSpot }

    private var rank: Int {
      hasSameName ? (isAtSameSpot ? 0 : 2) : hasSimilarName ? (isAtSameSpot ? 1 : 3) : 4
    }

    /// The surest first.
    static func < (left: Finding, right: Finding) -> Bool {
      (left.rank, left.pair.first, left.pair.second)
        < (right.rank, right.pair.first, right.pair.second)
    }
  }

  /// Many sites that share a name or a spot, of which not every pair is worth a look.
  struct Crowd: Sendable, Hashable {
    let name: String
    let sites: Int
  }

  /// Sites closer than this are at the same spot, in metres.
  static let sameSpot = 25.0
  /// How far names that are nearly the same are looked for, in metres.
  static let neighbourhood = 500.0
  /// Of more sites with one name, or at one spot, only those are told that have both in common.
  static let crowd = 5
  /// Where more sites are neighbours, nearly the same names are not looked for.
  static let mostNeighbours = 150
  static let mostFindings = 1_000

  private(set) var findings: [Finding] = []
  private(set) var crowds: [Crowd] = []

  /// - Parameter different: the pairs that staff found not to be the same.
  init(among sites: [Candidate], except different: Set<Pair> = []) {
    var found: [Pair: Finding] = [:]
    func add(_ one: Candidate, _ other: Candidate) {
      let pair = Pair(one.id, other.id)
      guard found[pair] == nil, !different.contains(pair) else { return }
      found[pair] = Finding(one, other)
    }
    for group in Dictionary(grouping: sites, by: \.key).values where group.count > 1 {
      if group[0].key.letters.isEmpty { continue }
      if group.count <= Self.crowd {
        Self.eachPair(of: group, add)
      } else {
        crowds.append(Crowd(name: group[0].name, sites: group.count))
      }
    }
    let spots = Cells(sites, of: Self.sameSpot)
    for (one, other) in spots.neighbours(crowd: Self.crowd, inCrowds: true, if: { _, _ in true }) {
      add(one, other)
    }
    let quarters = Cells(sites, of: Self.neighbourhood)
    let similar = quarters.neighbours(crowd: Self.mostNeighbours, inCrowds: false) {
      $0.key != $1.key && $0.key.isSimilar(to: $1.key)
    }
    for (one, other) in similar { add(one, other) }
    findings = Array(found.values.sorted().prefix(Self.mostFindings))
    crowds.sort { ($1.sites, $0.name) < ($0.sites, $1.name) }
  }

  private static func eachPair(of group: [Candidate], _ body: (Candidate, Candidate) -> Void) {
    for (index, one) in group.enumerated() {
      for other in group[(index + 1)...] { body(one, other) }
    }
  }
}
