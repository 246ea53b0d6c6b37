import YuiOpenData
import YuiStorage

/// Sites by what ``DuplicateSearch`` tells them alike by, so that one that comes is held against few.
struct LikenessIndex: Sendable {
  /// Of more sites with one name, no more are looked at.
  private static let mostCompared = 200

  private let named: [SiteNameKey: [DuplicateSearch.Candidate]]
  private let spots: DuplicateSearch.Cells
  private let quarters: DuplicateSearch.Cells

  init(_ sites: [DuplicateSearch.Candidate]) {
    named = Dictionary(grouping: sites.filter { !$0.key.letters.isEmpty }, by: \.key)
    spots = DuplicateSearch.Cells(sites, of: DuplicateSearch.sameSpot)
    quarters = DuplicateSearch.Cells(sites, of: DuplicateSearch.neighbourhood)
  }

  /// A site that may be the same, and why.
  struct Likeness: Sendable {
    let site: DuplicateSearch.Candidate
    let finding: DuplicateSearch.Finding
  }

  /// The sites that may be the same as one that is not among them, the surest first.
  func alike(
    _ one: DuplicateSearch.Candidate, limit: Int, where isWanted: (UUIDv7) -> Bool
  ) -> [Likeness] {
    var found: [UUIDv7: Likeness] = [:]
    func add(_ other: DuplicateSearch.Candidate) {
      guard found[other.id] == nil, isWanted(other.id) else { return }
      found[other.id] = Likeness(site: other, finding: DuplicateSearch.Finding(one, other))
    }
    let sameName = named[one.key] ?? []
    for other in sameName.prefix(Self.mostCompared) {
      if sameName.count < DuplicateSearch.crowd
        || DuplicateSearch.Finding(one, other).isAtSameSpot
      {
        add(other)
      }
    }
    spots.around(one, most: DuplicateSearch.crowd) { _ in
      true
    } body: {
      add($0)
    }
    quarters.around(one, most: DuplicateSearch.mostNeighbours) {
      one.key.isSimilar(to: $0.key)
    } body: {
      add($0)
    }
    guard !found.isEmpty else { return [] }
    return Array(found.values.sorted { $0.finding < $1.finding }.prefix(limit))
  }
}
