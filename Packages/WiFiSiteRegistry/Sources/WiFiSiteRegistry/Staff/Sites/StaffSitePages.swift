import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi`: the sites for staff.
enum StaffSitePages {
  static let routes: [Route] = [
    .get(StaffPath.sites, access: .permission(WiFiPermission.read)) { context, snapshot in
      try StaffSiteListPage(context, in: snapshot).response
    },
    .get("\(StaffPath.sites)/new", access: .permission(WiFiPermission.manage)) {
      context, snapshot in
      SiteFormPage(
        draft: SiteDraft(context.blankSite), site: nil,
        profiles: try ProfileStore.known(in: snapshot), context: context
      ).response
    },
    .post("\(StaffPath.sites)/new", access: .permission(WiFiPermission.manage)) { context in
      let draft = SiteDraft(form: try context.request.form())
      let blank = context.blankSite
      return { try add(draft, to: blank, context, in: $0) }
    },
    .get(path, access: .permission(WiFiPermission.read)) { context, snapshot in
      try StaffSitePage(context, in: snapshot).response
    },
    .get("\(path)/edit", access: .permission(WiFiPermission.manage)) { context, snapshot in
      let site = try context.wifiSite(in: snapshot)
      return SiteFormPage(
        draft: SiteDraft(site), site: site, profiles: try ProfileStore.known(in: snapshot),
        context: context
      ).response
    },
    .post("\(path)/edit", access: .permission(WiFiPermission.manage)) { context in
      let form = try context.request.form()
      return { try change(by: form, context, in: $0) }
    },
    .post("\(path)/position", access: .permission(WiFiPermission.manage)) { context in
      { try believePosition(context, in: $0) }
    },
    .get("\(path)/history", access: .permission(WiFiPermission.read)) { context, snapshot in
      try SiteHistoryPage(context, in: snapshot).response
    },
  ]

  static let path = "/staff/wifi/sites/{id}"

  private static func add(
    _ draft: SiteDraft, to blank: WiFiSite, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    let profiles = try ProfileStore.known(in: transaction)
    switch draft.checked(replacing: blank, today: context.now.date, profiles: profiles) {
    case .failure(let problems):
      return SiteFormPage(
        draft: draft, site: nil, profiles: profiles, problems: problems, context: context
      ).response
    case .success(let site, let wasSwapped):
      try SiteStore.save(
        site, by: context.actorName, source: .staff, at: context.now, in: transaction)
      try context.record(
        AuditEvent("wifi.site.added", subject: site.id.description, details: ["name": site.name]),
        in: transaction)
      return .redirect(to: StaffPath.site(site.id, done: wasSwapped ? .swapped : .added))
    }
  }

  private static func change(
    by form: FormData, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let old = try context.wifiSite(in: transaction)
    let profiles = try ProfileStore.known(in: transaction)
    let conflict = SiteConflict(form, with: old)
    func page(_ problems: [String: LocalizedText] = [:]) throws -> Response {
      let isOvertaken = !conflict.open.isEmpty || !conflict.taken.isEmpty
      return SiteFormPage(
        draft: conflict.draft, site: old, profiles: profiles, problems: problems,
        conflict: isOvertaken ? conflict : nil,
        change: isOvertaken
          ? try SiteHistory.of(old.id, limit: 1, in: transaction).first : nil, context: context
      ).response
    }
    switch conflict.draft.checked(
      replacing: old, today: context.now.date, profiles: profiles)
    {
    case .failure(let problems): return try page(problems)
    case .success(let new, let wasSwapped):
      guard conflict.open.isEmpty else { return try page() }
      guard new != old else { return .redirect(to: StaffPath.site(old.id, done: .unchanged)) }
      try context.save(new, replacing: old, source: .staff, in: transaction)
      return .redirect(
        to: StaffPath.site(
          old.id, done: wasSwapped ? .swapped : conflict.taken.isEmpty ? .saved : .combined))
    }
  }

  private static func believePosition(
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let old = try context.wifiSite(in: transaction)
    var new = old
    new.doubt = nil
    try context.save(new, replacing: old, source: .staff, in: transaction)
    return .redirect(to: StaffPath.site(old.id, done: .believed))
  }
}

extension RequestContext {
  /// The site that the path's `{id}` names.
  ///
  /// - Throws: a 404 where there is none.
  func wifiSite(in source: some Queryable) throws -> WiFiSite {
    let id = try request.parameter("id", as: UUIDv7.self)
    guard let site = try SiteStore.site(id, in: source) else { throw HTTPProblem.notFound }
    return site
  }

  /// Who changes sites by this request, as their history tells it.
  var actorName: String { principal?.name ?? "" }

  /// A new site, with what the tenant tells of it.
  fileprivate var blankSite: WiFiSite {
    var site = WiFiSite(UUIDv7(at: now), name: "")
    if let government = LocalGovernment.named(String(self.site.key.prefix(6))) {
      site.code = government.code
      site.prefecture = government.prefecture
      site.municipality = government.kind == .prefecture ? "" : government.county + government.name
    }
    return site
  }

  /// Stores a site that differs from what it was, and records what is different.
  func save(
    _ new: WiFiSite, replacing old: WiFiSite, source: SiteChange.Source,
    remarks: [SiteChange.Field] = [], in transaction: Transaction
  ) throws {
    guard new != old || !remarks.isEmpty else { return }
    try SiteStore.save(
      new, by: actorName, source: source, remarks: remarks, at: now, in: transaction)
    let details = (SiteChange.fields(from: old, to: new) + remarks).map {
      ($0.field.rawValue, $0.after)
    }
    try record(
      AuditEvent(
        "wifi.site.changed", subject: old.id.description,
        details: Dictionary(details) { first, _ in first }), in: transaction)
  }
}
