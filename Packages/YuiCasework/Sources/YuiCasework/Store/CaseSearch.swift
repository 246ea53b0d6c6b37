public import YuiStorage
import YuiText

/// Finds cases page by page, in the order of time.
///
/// However many cases there are, a page looks at a bounded number of them: the narrowest of the
/// wanted conditions is walked along its index, the others are asked of each case on the way. Where
/// a walk of ``horizon`` cases has not filled a page, the page says from where to look further.
public struct CaseSearch {
  /// A page of cases.
  public struct Page: Sendable {
    /// The cases, in order.
    public let cases: [Case]
    /// From where the next page goes on; nil at the end.
    public let next: CasePosition?
    /// Whether the page ends because the walk was long, rather than because it is full.
    public let isCutShort: Bool
  }

  /// How many cases a page shows.
  public static let pageSize = 50
  /// How many cases a page looks at.
  static let horizon = 4000
  /// How many it looks at first, and then four times as many each time: the fewer cases the
  /// conditions let through, the longer the way.
  static let firstStretch = 200

  let store: CaseStore
  let filter: CaseFilter
  let source: any Queryable

  /// Searches the cases of a store.
  public init(_ filter: CaseFilter, of store: CaseStore, in source: some Queryable) {
    self.filter = filter
    self.store = store
    self.source = source
  }

  /// The page behind a position.
  public func page(after position: CasePosition? = nil) throws -> Page {
    let (way, length) = try way()
    if length == 0 { return Page(cases: [], next: nil, isCutShort: false) }
    var found: [Case] = []
    var position = position ?? (filter.isOldestFirst ? .beforeAll : .afterAll)
    var left = Self.horizon
    // The cases of a text are gathered as a whole, however many of them are looked at.
    var stretch = way.isText ? left : Self.firstStretch
    while true {
      let wanted = Self.pageSize + 1 - found.count
      found += try cases(on: way, after: position, within: stretch, limit: wanted)
      guard found.count <= Self.pageSize else {
        found.removeLast()
        return Page(cases: found, next: found.last.map(CasePosition.init(of:)), isCutShort: false)
      }
      guard length > stretch, let end = try end(of: way, after: position, within: stretch) else {
        return Page(cases: found, next: nil, isCutShort: false)
      }
      position = end
      left -= stretch
      guard left > 0 else { return Page(cases: found, next: end, isCutShort: true) }
      stretch = min(left, 4 * stretch)
    }
  }

  private func cases(
    on way: CaseWay, after position: CasePosition, within stretch: Int, limit: Int
  ) throws -> [Case] {
    try source.all(
      store.selection + """
        FROM \(walk(way, after: position, within: stretch)) AS walked
        JOIN \(store.p)_cases AS cases ON cases.number = walked.number
        WHERE \(conditions(besides: way))
        ORDER BY walked.received_at \(direction), walked.number \(direction) LIMIT \(limit)
        """, store.case(from:))
  }

  /// The last case of a stretch; nil where the way ends in it.
  private func end(
    of way: CaseWay, after position: CasePosition, within stretch: Int
  ) throws -> CasePosition? {
    let last = try source.all(
      """
      SELECT walked.received_at, walked.number
      FROM \(walk(way, after: position, within: stretch)) AS walked
      ORDER BY walked.received_at \(direction), walked.number \(direction)
      LIMIT 1 OFFSET \(stretch - 1)
      """
    ) { row in
      CasePosition(receivedAt: try row.timestamp(0), number: try row.int(1))
    }
    return last.first
  }

  /// The cases of a way in the order of time, as many as a stretch is long.
  private func walk(
    _ way: CaseWay, after position: CasePosition, within stretch: Int
  ) -> SQL {
    let comparison: SQL = filter.isOldestFirst ? ">" : "<"
    var terms: [SQL] = [
      way.condition(in: store),
      "(received_at, number) \(comparison) (\(position.receivedAt), \(position.number))",
    ]
    if let from = filter.from { terms.append("received_at >= \(from.start)") }
    if let to = filter.to { terms.append("received_at < \(to.adding(days: 1).start)") }
    return """
      (SELECT received_at, number FROM \(way.table(in: store))
        WHERE \(SQL.joined(terms, separator: " AND "))
        ORDER BY received_at \(direction), number \(direction) LIMIT \(stretch))
      """
  }

  private var direction: SQL { filter.isOldestFirst ? "ASC" : "DESC" }

  /// What has to be asked of each case on a way; of its text last, which costs most.
  private func conditions(besides way: CaseWay) -> SQL {
    let others = filter.ways.filter { $0 != way }
    var terms = (others.filter { !$0.isText } + others.filter(\.isText))
      .map { $0.condition(ofEachIn: store) }
    if filter.states != .all { terms.insert("cases.merged_into IS NULL", at: 0) }
    return terms.isEmpty ? "1 = 1" : SQL.joined(terms, separator: " AND ")
  }

  /// The condition to walk along, which is the one that holds for the fewest cases, and for how many
  /// at most.
  private func way() throws -> (way: CaseWay, length: Int) {
    let ways = filter.ways
    guard ways.count > 1 || ways.contains(where: \.isText) else {
      return (ways.first ?? .all, .max)
    }
    var best: (way: CaseWay, length: Int)?
    for way in ways {
      let length = try length(of: way)
      if length == 0 { return (way, 0) }
      if way.isText, length > Self.horizon { continue }
      if length * way.effort < (best.map { $0.length * $0.way.effort } ?? Int.max) {
        best = (way, length)
      }
    }
    guard let best else { return (.all, .max) }
    return best.length > Self.horizon ? (best.way, .max) : best
  }

  /// How many cases a condition holds for, counted as far as it matters.
  private func length(of way: CaseWay) throws -> Int {
    let most = Self.horizon + 1
    if case .text(let words) = way {
      return try store.definition.words?.count(words, atMost: most, in: source) ?? 0
    }
    return try source.first(
      """
      SELECT COUNT(*) FROM (SELECT 1 FROM \(way.table(in: store))
        WHERE \(way.condition(in: store)) LIMIT \(most)) AS walked
      """
    ) { row in try row.int(0) } ?? 0
  }
}
