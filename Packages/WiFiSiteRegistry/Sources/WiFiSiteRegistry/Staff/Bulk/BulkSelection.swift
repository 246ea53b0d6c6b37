import YuiStorage
import YuiText
import YuiWeb

/// Whether chosen sites are meant or all that a filter lets through.
enum BulkScope: String, Sendable {
  case chosen, all
}

/// The sites that are to be changed at once.
struct BulkSelection: Sendable {
  let scope: BulkScope
  let ids: [UUIDv7]
  let query: StaffSiteQuery

  /// Reads the address to which the list leads.
  init(_ request: Request) throws {
    try self.init(
      scope: request.query["scope"], ids: request.query.values("site"),
      query: StaffSiteQuery(request))
  }

  /// Reads what ``fields`` wrote.
  init(form: FormData) throws {
    try self.init(
      scope: form.first("scope"), ids: form.values(named: "site"),
      query: StaffSiteQuery(text: form.first("filter") ?? ""))
  }

  private init(scope: String?, ids: [String], query: StaffSiteQuery) throws {
    guard let scope = BulkScope(rawValue: scope ?? "") else {
      throw HTTPProblem.badRequest(
        ja: "変更する施設を一覧で選択してください。", en: "Choose the sites in the list.")
    }
    self.scope = scope
    self.ids = scope == .chosen ? ids.compactMap { UUIDv7($0) } : []
    self.query = query
    guard self.ids.count <= StaffSiteListPage.pageSize else { throw Self.tooMany }
  }

  /// The sites in the order of their ids.
  ///
  /// - Throws: a 422 where there are more than can be changed at once.
  func sites(in source: some Queryable) throws -> [WiFiSite] {
    switch scope {
    case .chosen:
      guard !ids.isEmpty else { return [] }
      return try SiteStore.sites(ids, in: source).values.sorted { $0.id < $1.id }
    case .all:
      let sites = try SiteStore.page(query.filter, limit: BulkChange.most + 1, in: source)
      guard sites.count <= BulkChange.most else { throw Self.tooMany }
      return sites
    }
  }

  /// The fields that say it in a form.
  var fields: [FormData.Field] {
    [FormData.Field("scope", scope.rawValue), FormData.Field("filter", query.text)]
      + ids.map { FormData.Field("site", $0.description) }
  }

  private static let tooMany = HTTPProblem(
    status: 422,
    detail: LocalizedText(
      ja: "一度に変更できるのは\(NumberText.grouped(BulkChange.most))件までです。条件をさらに絞り込んでください。",
      en: "At most \(NumberText.grouped(BulkChange.most)) sites can be changed at once. "
        + "Narrow the filter down."))
}
