import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// What somebody looks for: everything that stands in the address of the list, so that it can be
/// shared.
struct SiteQuery: Sendable, Hashable {
  static let parameters = ["q", "class", "openroaming", "mesh", "near", "view", "after"]

  private static let longestWords = 100

  var words = ""
  var facilityClass: FacilityClass?
  /// Whether only sites that speak OpenRoaming are asked for.
  var isOpenRoaming = false
  var mesh: MeshCode?
  var near: Coordinate?
  /// Whether the map shows every site, however far it lies.
  var showsAll = false
  var after: UUIDv7?

  init() {}

  /// Reads the query of a request; an empty value counts as none.
  ///
  /// - Throws: a 400 for a value that means nothing.
  init(_ request: Request) throws {
    func value<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
      guard let text = request.query[name], !text.isEmpty else { return nil }
      guard let value = read(text) else {
        throw HTTPProblem.badRequest(
          ja: "アドレスの「\(name)」の値が正しくありません。条件を選び直してください。",
          en: "The value of “\(name)” in the address means nothing. Choose again.")
      }
      return value
    }
    words = String((request.query["q"] ?? "").prefix(Self.longestWords)).trimmingWhitespace
    facilityClass = try value("class") { FacilityClass(rawValue: $0) }
    isOpenRoaming = try value("openroaming") { $0 == "yes" ? true : nil } ?? false
    mesh = try value("mesh") { MeshCode($0) }
    near = try value("near") { Coordinate($0) }
    showsAll = try value("view") { $0 == "all" ? true : nil } ?? false
    after = try value("after") { UUIDv7($0) }
  }

  /// The sites that are asked for.
  var filter: SiteFilter {
    var filter = SiteFilter.shown
    filter.words = words
    if let facilityClass { filter.classes = [facilityClass] }
    if isOpenRoaming { filter.openRoaming = [.yes] }
    filter.mesh = mesh
    return filter
  }

  /// Whether anything narrows the list down.
  var isNarrowed: Bool {
    !words.isEmpty || facilityClass != nil || isOpenRoaming || mesh != nil || near != nil
  }

  /// The address of the list that shows this.
  var address: String { address(of: "/wifi") }

  /// The address of a page that takes the same query.
  func address(of path: String) -> String {
    let items = [
      ("q", words), ("class", facilityClass?.rawValue ?? ""),
      ("openroaming", isOpenRoaming ? "yes" : ""), ("mesh", mesh?.code ?? ""),
      ("near", near?.description ?? ""), ("view", showsAll ? "all" : ""),
      ("after", after?.description ?? ""),
    ]
    let pairs = items.filter { !$0.1.isEmpty }
      .map { "\($0.0)=\(PercentCoding.encode($0.1))" }
    return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
  }
}
