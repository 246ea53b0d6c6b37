import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The applications of a carrier.
struct ApplicationListPage {
  let context: RequestContext
  let carrier: Carrier
  let applications: [ApplicationSummary]

  init(_ context: RequestContext, in source: some Queryable) throws {
    let carrier = try context.carrier(in: source)
    self.context = context
    self.carrier = carrier
    applications = try ApplicationStore.summaries(of: carrier.id, in: source)
  }

  var response: Response {
    context.page(
      ApplicantPages.title, shoulder: [LocalizedText(everywhere: carrier.name)],
      breadcrumbs: [PageLink(AssetLedger().name, "/assets")]
    ) {
      ButtonRow {
        LinkButton(
          context.text(ja: "申請する資産を選ぶ", en: "Choose assets"),
          "\(ApplicantPages.path)/candidates", style: .solid, size: .medium)
        LinkButton(
          context.text(ja: "番号を入力して申請", en: "Apply by ids"), "\(ApplicantPages.path)/new",
          size: .medium)
      }
      if applications.isEmpty {
        p { context.text(ja: "まだ申請はありません。", en: "There is no application yet.") }
      } else {
        ResourceList(applications.map(item))
      }
    }
  }

  private func item(_ application: ApplicationSummary) -> ResourceList.Item {
    let count = application.assets
    return ResourceList.Item(
      application.title, in: context.language, "\(ApplicantPages.path)/\(application.id)",
      aside: ApplicationSummary.label(of: application.state, context.language).markup
    ) {
      context.text(ja: "\(count)件の資産", en: "\(count) assets")
      if let time = application.submittedAt {
        context.text(ja: "、\(time.text(.ja))に提出", en: ", sent on \(time.text(.en))")
      }
    }
  }
}
