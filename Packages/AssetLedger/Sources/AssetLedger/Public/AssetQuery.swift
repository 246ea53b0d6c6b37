import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// What somebody looks for: everything that stands in the address of the list, so that it can be
/// shared, with the assets picked for comparison.
struct AssetQuery: Sendable, Hashable {
  static let filters = [
    "q", "class", "availability", "municipality", "sharing", "power", "height", "street", "area",
    "mesh",
  ]
  static let parameters = filters + ["view", "pick", "after"]
  /// The most assets that are compared.
  static let mostPicks = 10

  private static let longestWords = 100

  var words = ""
  var assetClass: AssetClass?
  var availability: Availability?
  var municipality: String?
  var allowsSharing = false
  var hasPower = false
  var leastHeight: Double?
  var mostStreetDistance: Double?
  var leastArea: Double?
  var mesh: MeshCode?
  /// Whether the map shows every asset, however far it lies.
  var showsAll = false
  var picks: [AssetID] = []
  var after: AssetID?

  init() {}

  /// Reads the query of a request; an empty value counts as none.
  ///
  /// - Throws: a 400 for a value that means nothing.
  init(_ request: Request) throws {
    func value<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
      guard let text = request.query[name], !text.isEmpty else { return nil }
      guard let value = read(text) else { throw Self.meaningless(name) }
      return value
    }
    let measure = CellReader<Double>.number(in: 0...100_000_000)
    words = String((request.query["q"] ?? "").prefix(Self.longestWords)).trimmingWhitespace
    assetClass = try value("class") { AssetClass(rawValue: $0) }
    availability = try value("availability") { Availability(rawValue: $0) }
    municipality = try value("municipality") { AssetReaders.municipality.reading(of: $0)?.value }
    allowsSharing = try value("sharing") { $0 == "yes" ? true : nil } ?? false
    hasPower = try value("power") { $0 == "yes" ? true : nil } ?? false
    leastHeight = try value("height") { measure.reading(of: $0)?.value }
    mostStreetDistance = try value("street") { measure.reading(of: $0)?.value }
    leastArea = try value("area") { measure.reading(of: $0)?.value }
    mesh = try value("mesh") { MeshCode($0) }
    showsAll = try value("view") { $0 == "all" ? true : nil } ?? false
    picks = try Self.each((request.query["pick"] ?? "").split(separator: "/"), "pick")
    after = try value("after") { AssetID($0) }
  }

  /// The ids that a comparison names, each once.
  static func compared(_ request: Request) throws -> [AssetID] {
    try each(request.query.values("id").filter { !$0.isEmpty }, "id")
  }

  private static func each(_ texts: [some StringProtocol], _ name: String) throws -> [AssetID] {
    let ids = texts.compactMap { AssetID(String($0)) }
    guard ids.count == texts.count else { throw meaningless(name) }
    let each = ids.reduce(into: [AssetID]()) { if !$0.contains($1) { $0.append($1) } }
    guard each.count <= mostPicks else {
      throw HTTPProblem.badRequest(
        ja: "比べられるのは\(mostPicks)件までです。", en: "At most \(mostPicks) assets are compared.")
    }
    return each
  }

  private static func meaningless(_ name: String) -> HTTPProblem {
    .badRequest(
      ja: "アドレスの「\(name)」の値が正しくありません。条件を選び直してください。",
      en: "The value of “\(name)” in the address means nothing. Choose again.")
  }

  /// The assets that are asked for: public ones, whatever the query says.
  var filter: AssetFilter {
    var filter = AssetFilter.public
    filter.words = words
    if let assetClass { filter.classes = [assetClass] }
    if let availability { filter.availabilities = [availability] }
    filter.municipality = municipality
    (filter.allowsSharing, filter.hasPower) = (allowsSharing, hasPower)
    (filter.leastHeight, filter.leastArea) = (leastHeight, leastArea)
    filter.mostStreetDistance = mostStreetDistance
    filter.mesh = mesh
    return filter
  }

  /// Whether anything narrows the list down.
  var isNarrowed: Bool { filter != .public }

  /// The address of the list that shows this.
  var address: String {
    let items = pairs + [("pick", pickText), ("after", after?.description ?? "")]
    return Self.address("/assets", items)
  }

  /// What was picked in one value, with the one sign between that no id holds.
  var pickText: String { picks.map(\.description).joined(separator: "/") }

  /// The address of the comparison of what was picked.
  var comparison: String {
    Self.address("/assets/compare", picks.map { ("id", $0.description) })
  }

  /// The same query from its first page, changed.
  func changed(_ change: (inout AssetQuery) -> Void) -> AssetQuery {
    var query = self
    query.after = nil
    change(&query)
    return query
  }

  private var pairs: [(String, String)] {
    func text(_ number: Double?) -> String { TableValue(number).text }
    return [
      ("q", words), ("class", assetClass?.rawValue ?? ""),
      ("availability", availability?.rawValue ?? ""), ("municipality", municipality ?? ""),
      ("sharing", allowsSharing ? "yes" : ""), ("power", hasPower ? "yes" : ""),
      ("height", text(leastHeight)), ("street", text(mostStreetDistance)),
      ("area", text(leastArea)), ("mesh", mesh?.code ?? ""), ("view", showsAll ? "all" : ""),
    ]
  }

  private static func address(_ path: String, _ items: [(String, String)]) -> String {
    let pairs = items.filter { !$0.1.isEmpty }.map { "\($0.0)=\(PercentCoding.encode($0.1))" }
    return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
  }
}

extension AssetID {
  /// The address of its page.
  var address: String { "/assets/items/\(PercentCoding.encode(description))" }
}
