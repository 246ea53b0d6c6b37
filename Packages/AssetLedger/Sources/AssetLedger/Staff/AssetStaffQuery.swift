import YuiText
import YuiWeb

/// What staff look for: everything that stands in the address of their list.
struct AssetStaffQuery: Sendable, Hashable {
  private static let longestWords = 100

  let words: String
  let assetClass: AssetClass?
  let availability: Availability?
  let publish: PublishLevel?
  /// Only those whose position may be wrong.
  let hasDoubt: Bool

  /// Reads the query of a request; what means nothing is not asked for.
  init(_ request: Request) {
    func code(_ name: String) -> String { request.query[name] ?? "" }
    words = String(code("q").prefix(Self.longestWords)).trimmingWhitespace
    assetClass = AssetClass(rawValue: code("class"))
    availability = Availability(rawValue: code("availability"))
    publish = PublishLevel(rawValue: code("publish"))
    hasDoubt = code("doubt") == "yes"
  }

  var filter: AssetFilter {
    var filter = AssetFilter(
      words: words, publish: Set([publish].compactMap { $0 }),
      classes: Set([assetClass].compactMap { $0 }),
      availabilities: Set([availability].compactMap { $0 }))
    filter.hasDoubt = hasDoubt
    return filter
  }
}
