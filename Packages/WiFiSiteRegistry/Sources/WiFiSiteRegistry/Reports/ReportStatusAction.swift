import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/sites/{id}/status`: sets a site's status on the grounds of a report.
enum ReportStatusAction {
  static let route = Route.post(
    "\(StaffSitePages.path)/status", access: .permission(WiFiPermission.verify)
  ) { context in
    let form = try context.request.form()
    guard let status = SiteStatus(rawValue: form.first("status") ?? ""),
      VerifyDraft.statuses.contains(status)
    else {
      throw HTTPProblem.badRequest(ja: "状態を選択してください。", en: "Choose a status.")
    }
    let number = form.first("case").flatMap { Int($0) }
    return { transaction in
      let old = try context.publicSite(in: transaction)
      guard form.first("stamp") == old.stamp || old.status == status else {
        throw HTTPProblem.conflict(
          ja: "ほかの職員が先にこの施設を変更しました。前のページを開き直して、いまの状態を確かめてください。",
          en: "Somebody else changed this site meanwhile. Open the page again and look at it.")
      }
      var new = old
      new.status = status
      try context.save(new, replacing: old, source: .report, in: transaction)
      guard let number else { return .redirect(to: StaffPath.site(old.id, done: .saved)) }
      return .redirect(to: "/staff/wifi/reports/cases/\(number)?done=saved")
    }
  }
}
