import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// Which sites staff wants to see: everything that stands in the address of the list.
struct StaffSiteQuery: Sendable, Hashable {
  /// The statuses that can be asked for at once.
  enum Statuses: Sendable, Hashable {
    /// All but retired ones.
    case kept
    /// Retired ones too.
    case all
    /// Those that there are to use, whether they work or not.
    case inUse
    /// Those that do not work as they should.
    case faulty
    case one(SiteStatus)

    static let allCases: [Statuses] =
      [.kept, .inUse, .faulty] + SiteStatus.allCases.map(Statuses.one) + [.all]

    init?(_ text: String) {
      guard let found = Self.allCases.first(where: { $0.code == text }) else { return nil }
      self = found
    }

    var code: String {
      switch self {
      case .kept: ""
      case .all: "all"
      case .inUse: "in-use"
      case .faulty: "faulty"
      case .one(let status): status.rawValue
      }
    }

    var set: Set<SiteStatus> {
      switch self {
      case .kept: Set(SiteStatus.allCases).subtracting([.retired])
      case .all: []
      case .inUse: [.working, .partly, .out]
      case .faulty: [.partly, .out]
      case .one(let status): [status]
      }
    }

    var name: LocalizedText {
      switch self {
      case .kept: LocalizedText(ja: "廃止を除くすべて", en: "All but retired")
      case .all: LocalizedText(ja: "廃止も含むすべて", en: "All, retired too")
      case .inUse: LocalizedText(ja: "開設中（障害を含む）", en: "In use, working or not")
      case .faulty: LocalizedText(ja: "障害のあるもの", en: "Not working as they should")
      case .one(let status): status.name
      }
    }
  }

  /// What can be amiss with where a site is.
  enum Position: String, CaseIterable, Sendable {
    case doubtful, missing

    var name: LocalizedText {
      switch self {
      case .doubtful: LocalizedText(ja: "疑いのあるもの", en: "Doubtful")
      case .missing: LocalizedText(ja: "位置のないもの", en: "Missing")
      }
    }
  }

  private static let longestWords = 100

  var words = ""
  var facilityClass: FacilityClass?
  var statuses = Statuses.kept
  var openRoaming: OpenRoamingState?
  var position: Position?
  var notVerifiedSince: CalendarDate?
  var hasNoAccessPoints = false
  var profile: Slug?
  var mesh: MeshCode?
  var unchangedSince: CalendarDate?
  var openRoamingDueBefore: CalendarDate?
  /// What was typed for the day of verification and is none.
  private(set) var badDay: String?

  init() {}

  /// Reads parameters by their names; an empty value counts as none.
  ///
  /// - Throws: a 400 for a value that means nothing.
  init(_ parameter: (String) -> String?) throws {
    func value<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
      guard let text = parameter(name), !text.isEmpty else { return nil }
      guard let value = read(text) else {
        throw HTTPProblem.badRequest(
          ja: "アドレスの「\(name)」の値が正しくありません。条件を選び直してください。",
          en: "The value of “\(name)” in the address means nothing. Choose again.")
      }
      return value
    }
    words = String((parameter("q") ?? "").trimmingWhitespace.prefix(Self.longestWords))
    facilityClass = try value("class") { FacilityClass(rawValue: $0) }
    statuses = try value("status") { Statuses($0) } ?? .kept
    openRoaming = try value("openroaming") { OpenRoamingState(rawValue: $0) }
    position = try value("position") { Position(rawValue: $0) }
    hasNoAccessPoints = try value("points") { $0 == "none" ? true : nil } ?? false
    profile = try value("profile") { Slug($0) }
    mesh = try value("mesh") { MeshCode($0) }
    unchangedSince = try value("since") { CalendarDate(iso: $0) }
    openRoamingDueBefore = try value("due") { CalendarDate(iso: $0) }
    if let text = parameter("unverified")?.trimmingWhitespace, !text.isEmpty {
      notVerifiedSince = CalendarDate(iso: TextFolding.fold(text))
      if notVerifiedSince == nil { badDay = text }
    }
  }

  init(_ request: Request) throws {
    try self.init { request.query[$0] }
  }

  /// Reads what ``text`` wrote.
  init(text: String) throws {
    guard let form = try? URLEncodedForm.parse(Array(text.utf8)) else {
      throw HTTPProblem.badRequest(
        ja: "絞り込みの条件を読み取れません。", en: "The filter cannot be read.")
    }
    try self.init { form.first($0) }
  }

  var filter: SiteFilter {
    var filter = SiteFilter(words: words, statuses: statuses.set)
    if let facilityClass { filter.classes = [facilityClass] }
    if let openRoaming { filter.openRoaming = [openRoaming] }
    filter.hasDoubt = position == .doubtful
    filter.hasNoPlace = position == .missing
    filter.notVerifiedSince = notVerifiedSince
    filter.hasNoAccessPoints = hasNoAccessPoints
    filter.profile = profile
    filter.mesh = mesh
    filter.unchangedSince = unchangedSince
    filter.openRoamingDueBefore = openRoamingDueBefore
    return filter
  }

  /// The parameters that say it, in a fixed order.
  var parameters: [FormData.Field] {
    let all: [(String, String?)] = [
      ("q", words), ("class", facilityClass?.rawValue), ("status", statuses.code),
      ("openroaming", openRoaming?.rawValue), ("position", position?.rawValue),
      ("unverified", notVerifiedSince?.iso), ("points", hasNoAccessPoints ? "none" : nil),
      ("profile", profile?.description), ("mesh", mesh?.code), ("since", unchangedSince?.iso),
      ("due", openRoamingDueBefore?.iso),
    ]
    return all.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : FormData.Field(name, $0) }
    }
  }

  /// The parameters as they stand in an address.
  var text: String { URLEncodedForm.encode(parameters) }

  /// The address of the list.
  var address: String { text.isEmpty ? StaffPath.sites : "\(StaffPath.sites)?\(text)" }
}
