import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/sites/{id}/access-points`: the devices of a site.
enum AccessPointPages {
  private static let path = "\(StaffSitePages.path)/access-points"

  static let routes: [Route] = [
    .get("\(path)/new", access: .permission(WiFiPermission.manage)) { context, snapshot in
      AccessPointFormPage(
        site: try context.wifiSite(in: snapshot), draft: AccessPointDraft(), context: context
      ).response
    },
    .post("\(path)/new", access: .permission(WiFiPermission.manage)) { context in
      let draft = AccessPointDraft(form: try context.request.form())
      return { try add(draft, context, in: $0) }
    },
    // Codes are any text, so they stand in the query.
    .get("\(path)/edit", access: .permission(WiFiPermission.manage)) { context, snapshot in
      let site = try context.wifiSite(in: snapshot)
      let point = try context.accessPoint(of: site, in: snapshot)
      return AccessPointFormPage(
        site: site, draft: AccessPointDraft(point), point: point, context: context
      ).response
    },
    .post("\(path)/edit", access: .permission(WiFiPermission.manage)) { context in
      let form = try context.request.form()
      let draft = AccessPointDraft(form: form)
      return { try change(to: draft, basedOn: form.first("stamp"), context, in: $0) }
    },
    .post("\(path)/remove", access: .permission(WiFiPermission.manage)) { context in
      { try remove(context, in: $0) }
    },
  ]

  static func address(of code: String, at site: UUIDv7) -> String {
    target(of: code, at: site, "edit").text
  }

  static func target(of code: String, at site: UUIDv7, _ action: String) -> LocalTarget {
    "/staff/wifi/sites/\(site)/access-points/\(action)?code=\(code)"
  }

  private static func add(
    _ draft: AccessPointDraft, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let site = try context.wifiSite(in: transaction)
    func form(_ problems: [String: LocalizedText]) -> Response {
      AccessPointFormPage(site: site, draft: draft, problems: problems, context: context).response
    }
    switch draft.checked(today: context.now.date) {
    case .failure(let problems): return form(problems)
    case .success(let point):
      let points = try AccessPointStore.points(of: site.id, in: transaction)
      guard points.count < AccessPoint.most else {
        throw HTTPProblem.conflict(
          ja: "1つの施設に登録できるアクセスポイントは\(AccessPoint.most)個までです。",
          en: "A site has at most \(AccessPoint.most) access points.")
      }
      guard !points.contains(where: { $0.code == point.code }) else {
        return form(["code": AccessPointDraft.codeTaken])
      }
      try context.save(point, of: site, in: transaction)
      return .redirect(to: StaffPath.site(site.id, done: .added))
    }
  }

  private static func change(
    to draft: AccessPointDraft, basedOn stamp: String?, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    let site = try context.wifiSite(in: transaction)
    let old = try context.accessPoint(of: site, in: transaction)
    // The code tells devices apart; it is not asked again.
    var draft = draft
    draft.code = old.code
    switch draft.checked(today: context.now.date) {
    case .failure(let problems):
      return AccessPointFormPage(
        site: site, draft: draft, point: old, stamp: stamp, problems: problems, context: context
      ).response
    case .success(let new):
      guard stamp == old.stamp || new == old else {
        return AccessPointFormPage(
          site: site, draft: draft, point: old, isOutdated: true, context: context
        ).response
      }
      guard try context.save(new, of: site, in: transaction) else {
        return .redirect(to: StaffPath.site(site.id, done: .unchanged))
      }
      return .redirect(to: StaffPath.site(site.id, done: .saved))
    }
  }

  private static func remove(
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let site = try context.wifiSite(in: transaction)
    let point = try context.accessPoint(of: site, in: transaction)
    try AccessPointStore.remove(
      point.code, of: site.id, by: context.actorName, source: .staff, at: context.now,
      in: transaction)
    try context.record(
      AuditEvent(
        "wifi.access-point.removed", subject: site.id.description, details: ["code": point.code]),
      in: transaction)
    return .redirect(to: StaffPath.site(site.id, done: .removed))
  }
}

extension RequestContext {
  /// The access point that the query's `code` names.
  ///
  /// - Throws: a 404 where there is none.
  fileprivate func accessPoint(of site: WiFiSite, in source: some Queryable) throws -> AccessPoint {
    guard let code = request.query["code"],
      let point = try AccessPointStore.point(code, of: site.id, in: source)
    else { throw HTTPProblem.notFound }
    return point
  }

  /// Stores an access point and records it; whether anything changed.
  @discardableResult
  fileprivate func save(
    _ point: AccessPoint, of site: WiFiSite, in transaction: Transaction
  ) throws -> Bool {
    let isChanged = try AccessPointStore.save(
      point, of: site.id, by: actorName, source: .staff, at: now, in: transaction)
    guard isChanged else { return false }
    try record(
      AuditEvent(
        "wifi.access-point.saved", subject: site.id.description,
        details: ["code": point.code, "position": point.position, "status": point.status.rawValue]),
      in: transaction)
    return true
  }
}
