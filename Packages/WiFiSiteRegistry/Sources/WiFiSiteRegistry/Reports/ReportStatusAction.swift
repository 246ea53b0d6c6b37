import YuiCasework
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
      throw HTTPProblem.badRequest(ja: "利用状況を選択してください。", en: "Choose a status.")
    }
    let grounds = form.first("case") ?? ""
    return { transaction in
      let old = try context.publicSite(in: transaction)
      let number = try number(of: grounds, about: old, in: transaction)
      guard form.first("stamp") == old.stamp || old.status == status else {
        throw HTTPProblem.conflict(
          ja: "ほかの職員が先にこの施設を変更しました。前のページを開き直して、いまの利用状況を確かめてください。",
          en: "Somebody else changed this site meanwhile. Open the page again and look at it.")
      }
      var new = old
      new.status = status
      try context.save(new, replacing: old, source: .report, in: transaction)
      guard let number else { return .redirect(to: StaffPath.site(old.id, done: .saved)) }
      return .redirect(to: "/staff/wifi/reports/cases/\(number)?done=saved")
    }
  }

  /// The case that is named, which has to be one about this site; nil where none is.
  private static func number(
    of text: String, about site: WiFiSite, in source: some Queryable
  ) throws -> Int? {
    guard !text.isEmpty else { return nil }
    guard let number = Int(text), let item = try ReportCases.store.case(number, in: source),
      item.topic == site.id.description
    else {
      throw HTTPProblem.badRequest(
        ja: "この施設についての報告ではありません。報告のページを開き直してください。",
        en: "There is no such report about this site. Open the report again.")
    }
    return number
  }
}
