import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// The parameters of a request of the OGC API: what is not declared, or cannot be read, is a 400
/// (OGC 17-069r4, 7.8).
struct OGCParameters {
  static let mostFeatures = 10_000
  static let usualFeatures = 100

  let query: FeatureQuery
  let limit: Int
  let after: String

  /// Parameters of everything: the form of the answer, and the language of pages.
  static let common: Set<String> = ["f", "lang"]
  private static let ofItems: Set<String> = ["bbox", "datetime", "limit", "after"]

  /// Refuses parameters that a resource does not have, or has twice.
  static func check(_ query: Query, known: Set<String> = common) throws {
    var seen: Set<String> = []
    for item in query.items {
      guard known.contains(item.name) else {
        throw HTTPProblem.badRequest(
          ja: "パラメーター「\(item.name)」はありません。使えるもの：\(known.sorted().joined(separator: "、"))",
          en:
            "There is no parameter “\(item.name)”. There are \(known.sorted().joined(separator: ", "))."
        )
      }
      guard seen.insert(item.name).inserted else {
        throw HTTPProblem.badRequest(
          ja: "パラメーター「\(item.name)」が2つあります。1つにしてください。",
          en: "The parameter “\(item.name)” is there twice. Give it once.")
      }
    }
  }

  /// Reads the parameters of a list of features.
  init(_ query: Query, filters: [DatasetColumn]) throws {
    let names = filters.map(\.name)
    try Self.check(query, known: Self.common.union(Self.ofItems).union(names))
    limit = try Self.limit(query["limit"])
    after = query["after"] ?? ""
    self.query = FeatureQuery(
      boxes: try query["bbox"].map(Self.boxes) ?? [],
      days: try query["datetime"].flatMap(Self.days),
      filters: Dictionary(
        names.compactMap { name in query[name].map { (name, $0) } }, uniquingKeysWith: { $1 }))
  }

  /// More than the most is not wrong: the most are given.
  private static func limit(_ text: String?) throws -> Int {
    guard let text else { return usualFeatures }
    guard let limit = Int(text), limit >= 1 else {
      throw HTTPProblem.badRequest(
        ja: "limitは1以上の整数にしてください。", en: "“limit” has to be a whole number from 1.")
    }
    return min(limit, mostFeatures)
  }

  /// Reads west, south, east, north, and passes over heights between them.
  ///
  /// A box that crosses the 180th meridian is two.
  private static func boxes(_ text: String) throws -> [BoundingBox] {
    let problem = HTTPProblem.badRequest(
      ja: "bboxは「西,南,東,北」の経緯度（度）にしてください。例：139.5,35.5,139.9,35.9",
      en: "“bbox” has to be west,south,east,north in degrees, such as 139.5,35.5,139.9,35.9.")
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { "0123456789.-+eE".utf8.contains($0) } ? Double(part) : nil
    }
    guard numbers.count == parts.count, numbers.count == 4 || numbers.count == 6 else {
      throw problem
    }
    let flat =
      numbers.count == 4 ? numbers : [numbers[0], numbers[1], numbers[3], numbers[4]]
    let (west, south, east, north) = (flat[0], flat[1], flat[2], flat[3])
    guard [west, east].allSatisfy({ -180...180 ~= $0 }),
      [south, north].allSatisfy({ -90...90 ~= $0 })
    else { throw problem }
    let boxes =
      west <= east
      ? [BoundingBox(west: west, south: south, east: east, north: north)]
      : [
        BoundingBox(west: west, south: south, east: 180, north: north),
        BoundingBox(west: -180, south: south, east: east, north: north),
      ]
    guard !boxes.contains(nil) else { throw problem }
    return boxes.compactMap { $0 }
  }

  /// An instant or an interval of RFC 3339, in days of Japan; `..` or nothing for an open end.
  private static func days(_ text: String) throws -> FeatureDays? {
    let problem = HTTPProblem.badRequest(
      ja: "datetimeは日時か期間にしてください。例：2026-04-01、2026-04-01/..",
      en: "“datetime” has to be a time or an interval, such as 2026-04-01 or 2026-04-01/..")
    func day(_ text: Substring) throws -> CalendarDate? {
      if text.isEmpty || text == ".." { return nil }
      guard
        let day = CalendarDate(iso: String(text)) ?? Timestamp(rfc3339: String(text))?.date
      else { throw problem }
      return day
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = ends.first, let last = ends.last, ends.count <= 2,
      ends.count == 2 || !["", ".."].contains(first)
    else { throw problem }
    let (begin, end) = (try day(first), try day(last))
    guard let days = FeatureDays(from: begin, through: end) else { throw problem }
    return begin == nil && end == nil ? nil : days
  }
}
