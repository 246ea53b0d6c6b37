import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/duplicates`: sites that may be the same, merged or told apart by staff.
enum DuplicatePages {
  static let path = "/staff/wifi/duplicates"

  static let routes: [Route] = [
    .get(
      path, access: .permission(WiFiPermission.read),
      slow: { context in
        let page = try context.request.query("page", as: Int.self) ?? 1
        let store = context.site.store
        let (sites, different) = try store.read { snapshot in
          (
            try DuplicateStore.candidates(in: snapshot),
            try DuplicateStore.different(in: snapshot)
          )
        }
        let search = DuplicateSearch(among: sites, except: different)
        return try store.read { snapshot in
          try DuplicateListPage(search, page: page, context, in: snapshot).response
        }
      }),
    .get("\(path)/compare", access: .permission(WiFiPermission.manage)) { context, snapshot in
      guard let one = try context.request.query("a", as: UUIDv7.self),
        let other = try context.request.query("b", as: UUIDv7.self), one != other
      else { throw HTTPProblem.notFound }
      return try DuplicateComparePage(
        DuplicateSearch.Pair(one, other), context, in: snapshot
      ).response
    },
    .post("\(path)/merge", access: .permission(WiFiPermission.manage)) { context in
      let form = try context.request.form()
      let pair = try pair(of: form)
      return { transaction in
        guard let keep = form.first("keep").flatMap({ UUIDv7($0) }),
          [pair.first, pair.second].contains(keep)
        else {
          throw HTTPProblem.badRequest(
            ja: "残す施設を選択してください。", en: "Choose which site is kept.")
        }
        return try merge(pair, keeping: keep, seen: form.first("stamp"), context, in: transaction)
      }
    },
    .post("\(path)/different", access: .permission(WiFiPermission.manage)) { context in
      let pair = try pair(of: try context.request.form())
      return { transaction in
        _ = try context.sites(of: pair, in: transaction)
        let isNew = try DuplicateStore.setDifferent(
          pair, by: context.actorName, at: context.now, in: transaction)
        if isNew {
          try context.record(
            AuditEvent("wifi.sites.different", subject: "\(pair.first) \(pair.second)"),
            in: transaction)
        }
        return .redirect(to: "/staff/wifi/duplicates?done=different")
      }
    },
  ]

  static func comparison(of pair: DuplicateSearch.Pair) -> String {
    "\(path)/compare?a=\(pair.first)&b=\(pair.second)"
  }

  private static func pair(of form: FormData) throws -> DuplicateSearch.Pair {
    guard let one = form.first("a").flatMap({ UUIDv7($0) }),
      let other = form.first("b").flatMap({ UUIDv7($0) }), one != other
    else { throw HTTPProblem.notFound }
    return DuplicateSearch.Pair(one, other)
  }

  private static func merge(
    _ pair: DuplicateSearch.Pair, keeping keep: UUIDv7, seen stamp: String?,
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let merge = try context.merge(of: pair, keeping: keep, in: transaction)
    guard merge.dropped.status != .retired, merge.kept.status != .retired else {
      throw HTTPProblem.conflict(
        ja: "どちらかがすでに廃止されています。", en: "One of them has been retired already.")
    }
    guard stamp == merge.stamp else {
      return try DuplicateComparePage(pair, isOutdated: true, context, in: transaction).response
    }
    func note(_ site: WiFiSite) -> [SiteChange.Field] {
      [SiteChange.Field(field: .merged, before: "", after: site.name)]
    }
    for (new, other) in [(merge.merged, merge.dropped), (merge.retired, merge.kept)] {
      try SiteStore.save(
        new, by: context.actorName, source: .staff, remarks: note(other), at: context.now,
        in: transaction)
    }
    try MergedSites.set(merge.dropped.id, into: merge.kept.id, in: transaction)
    for point in merge.points {
      try AccessPointStore.save(
        point, of: merge.kept.id, by: context.actorName, source: .staff, at: context.now,
        in: transaction)
    }
    try context.record(
      AuditEvent(
        "wifi.sites.merged", subject: merge.kept.id.description,
        details: [
          "retired": merge.dropped.id.description,
          "fields": merge.fields.map(\.field.rawValue).joined(separator: " "),
          "access_points": merge.points.map(\.code).joined(separator: " "),
        ]), in: transaction)
    return .redirect(to: StaffPath.site(merge.kept.id, done: .merged))
  }
}

extension RequestContext {
  /// Both sites of a pair.
  ///
  /// - Throws: a 404 where one is not there.
  func sites(
    of pair: DuplicateSearch.Pair, in source: some Queryable
  ) throws -> (WiFiSite, WiFiSite) {
    let sites = try SiteStore.sites([pair.first, pair.second], in: source)
    guard let one = sites[pair.first], let other = sites[pair.second] else {
      throw HTTPProblem.notFound
    }
    return (one, other)
  }

  /// What becomes of a pair where one of it is kept.
  func merge(
    of pair: DuplicateSearch.Pair, keeping keep: UUIDv7, in source: some Queryable
  ) throws -> SiteMerge {
    let (one, other) = try sites(of: pair, in: source)
    let (kept, dropped) = one.id == keep ? (one, other) : (other, one)
    return SiteMerge(
      keeping: kept, try AccessPointStore.points(of: kept.id, in: source), dropping: dropped,
      try AccessPointStore.points(of: dropped.id, in: source))
  }
}
