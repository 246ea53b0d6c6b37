import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/bulk`: changes many sites at once, after showing what that would do.
enum BulkPages {
  static let path = "/staff/wifi/bulk"

  static let routes: [Route] = [
    .get(
      path, access: .permission(WiFiPermission.manage),
      slow: { context in
        let selection = try BulkSelection(context.request)
        let sites = try context.site.store.read { try selection.sites(in: $0) }
        return BulkFormPage(
          selection: selection, count: sites.count, draft: BulkDraft(), context: context
        ).response
      }),
    .post(
      path, access: .permission(WiFiPermission.manage),
      slow: { context in
        let form = try context.request.form()
        let selection = try BulkSelection(form: form)
        let draft = BulkDraft(form: form)
        switch draft.checked(today: context.now.date) {
        case .failure(let problems):
          let sites = try context.site.store.read { try selection.sites(in: $0) }
          return BulkFormPage(
            selection: selection, count: sites.count, draft: draft, problems: problems,
            context: context
          ).response
        case .success(let change):
          guard let stamp = form.first("stamp") else {
            let sites = try context.site.store.read { try selection.sites(in: $0) }
            return BulkPreviewPage(
              selection: selection, draft: draft,
              preview: BulkPreview(change, of: sites, today: context.now.date), context: context
            ).response
          }
          return try context.site.store.write { transaction in
            try apply(
              change, draft, to: selection, seen: stamp, context, in: transaction)
          }
        }
      }),
  ]

  private static func apply(
    _ change: BulkChange, _ draft: BulkDraft, to selection: BulkSelection, seen stamp: String,
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let sites = try selection.sites(in: transaction)
    let preview = BulkPreview(change, of: sites, today: context.now.date)
    guard stamp == preview.stamp else {
      return BulkPreviewPage(
        selection: selection, draft: draft, preview: preview, isOutdated: true, context: context
      ).response
    }
    if !preview.changed.isEmpty {
      let known = Dictionary(sites.map { ($0.id, $0) }) { first, _ in first }
      try SiteStore.save(
        preview.changed, replacing: known, by: context.actorName, source: .staff, at: context.now,
        in: transaction)
      var details = Dictionary(
        draft.fields.filter { !$0.value.isEmpty }.map { ($0.name, $0.value) }
      ) { first, _ in first }
      details["filter"] = selection.scope == .all ? selection.query.text : nil
      try context.record(
        AuditEvent("wifi.sites.changed", subject: "\(preview.changed.count)", details: details),
        in: transaction)
    }
    return .redirect(to: selection.query.target(done: .changed, preview.changed.count))
  }
}

extension StaffSiteQuery {
  /// The list of these sites, which says what was just done with them.
  fileprivate func target(done deed: StaffNotice.Deed, _ count: Int) -> LocalTarget {
    let query = URLEncodedForm.encode(
      parameters + [FormData.Field("done", deed.rawValue), FormData.Field("n", "\(count)")])
    return LocalTarget(untrusted: "\(StaffPath.sites)?\(query)") ?? "/staff/wifi"
  }
}
