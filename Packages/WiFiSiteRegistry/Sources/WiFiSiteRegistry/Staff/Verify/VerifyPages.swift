import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/verify`: for who stands in front of a site with a phone.
enum VerifyPages {
  static let path = "/staff/wifi/verify"

  static let routes: [Route] = [
    .get(path, access: .permission(WiFiPermission.verify)) { context, snapshot in
      try VerifyListPage(context, in: snapshot).response
        .header("Permissions-Policy", LocateButton.policy)
    },
    .get("\(path)/{id}", access: .permission(WiFiPermission.verify)) { context, snapshot in
      let site = try context.publicSite(in: snapshot)
      var draft = VerifyDraft()
      draft.status = context.request.query["status"] ?? ""
      return VerifyFormPage(site: site, draft: draft, context: context).response
    },
    .post("\(path)/{id}", access: .permission(WiFiPermission.verify)) { context in
      let form = try context.request.form()
      let draft = VerifyDraft(form: form)
      let near = form.first("near").flatMap { Coordinate($0) }
      return { try save(draft, basedOn: form.first("stamp"), near: near, context, in: $0) }
    },
  ]

  private static func save(
    _ draft: VerifyDraft, basedOn stamp: String?, near: Coordinate?, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    let old = try context.publicSite(in: transaction)
    switch draft.checked(at: old, today: context.now.date) {
    case .failure(let problems):
      return VerifyFormPage(
        site: old, draft: draft, stamp: stamp, problems: problems, near: near, context: context
      ).response
    case .success(let new, let remarks):
      guard stamp == old.stamp else {
        return VerifyFormPage(
          site: old, draft: draft, isOutdated: true, near: near, context: context
        ).response
      }
      try context.save(
        new, replacing: old, source: .verification, remarks: remarks, in: transaction)
      guard let near else { return .redirect(to: "/staff/wifi/verify?done=verified") }
      return .redirect(to: "/staff/wifi/verify?near=\(near)&done=verified")
    }
  }

  /// The page on which what is found at a site is entered.
  static func address(of site: UUIDv7, near: Coordinate? = nil) -> String {
    "\(path)/\(site)" + (near.map { "?near=\($0)" } ?? "")
  }
}
