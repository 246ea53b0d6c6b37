import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/bulk`: changes many sites at once, after showing what that would do.
///
/// Both steps before the change are pages of their own address, so that one can go back to them and
/// load them again.
enum BulkPages {
  static let path = "/staff/wifi/bulk"
  static let previewPath = "\(path)/preview"

  static let routes: [Route] = [
    .get(
      path, access: .permission(WiFiPermission.manage),
      slow: { context in
        let selection = try BulkSelection(context.request)
        return try context.site.store.read { snapshot in
          try form(BulkDraft(), for: selection, [:], context, in: snapshot)
        }
      }),
    .get(
      previewPath, access: .permission(WiFiPermission.manage),
      slow: { context in
        let query = FormData(
          fields: context.request.query.items.map { FormData.Field($0.name, $0.value) })
        let (selection, draft) = (try BulkSelection(form: query), BulkDraft(form: query))
        return try context.site.store.read { snapshot in
          let profiles = try ProfileStore.known(in: snapshot)
          switch draft.checked(today: context.now.date, profiles: profiles) {
          case .failure(let problems):
            return try form(draft, for: selection, problems, context, in: snapshot)
          case .success(let change):
            return BulkPreviewPage(
              selection: selection,
              preview: BulkPreview(
                change, draft, of: try selection.sites(in: snapshot), today: context.now.date),
              context: context
            ).response
          }
        }
      }),
    .post(
      path, access: .permission(WiFiPermission.manage),
      slow: { context in
        let sent = try context.request.form()
        let (selection, draft) = (try BulkSelection(form: sent), BulkDraft(form: sent))
        return try context.site.store.write { transaction in
          let profiles = try ProfileStore.known(in: transaction)
          switch draft.checked(today: context.now.date, profiles: profiles) {
          case .failure(let problems):
            return try form(draft, for: selection, problems, context, in: transaction)
          case .success(let change):
            let preview = BulkPreview(
              change, draft, of: try selection.sites(in: transaction), today: context.now.date)
            return try apply(
              preview, to: selection, seen: sent.first("stamp"), context, in: transaction)
          }
        }
      }),
  ]

  private static func form(
    _ draft: BulkDraft, for selection: BulkSelection, _ problems: [String: LocalizedText],
    _ context: RequestContext, in source: some Queryable
  ) throws -> Response {
    BulkFormPage(
      selection: selection, count: try selection.sites(in: source).count, draft: draft,
      profiles: try ProfileStore.known(in: source), problems: problems, context: context
    ).response
  }

  private static func apply(
    _ preview: BulkPreview, to selection: BulkSelection, seen stamp: String?,
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    guard stamp == preview.stamp else {
      return BulkPreviewPage(
        selection: selection, preview: preview, isOutdated: true, context: context
      ).response
    }
    if !preview.changed.isEmpty {
      let known = Dictionary(preview.sites.map { ($0.id, $0) }) { first, _ in first }
      try SiteStore.save(
        preview.changed, replacing: known, by: context.actorName, source: .staff, at: context.now,
        in: transaction)
      var details = Dictionary(
        preview.draft.fields.filter { !$0.value.isEmpty }.map { ($0.name, $0.value) }
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
