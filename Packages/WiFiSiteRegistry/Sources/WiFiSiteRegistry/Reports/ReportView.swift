import YuiCasework
import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// A report as staff sees it, in a list and by itself.
struct ReportView {
  let report: OutageReport
  let site: WiFiSite
  let item: Case?
  let context: RequestContext

  private var language: Language { context.language }

  /// A few words for a list.
  @HTMLBuilder var facts: HTML {
    ChipLabel(report.kind.name[language], color: .orange)
    ChipLabel(
      context.text(
        ja: "施設はいま：\(site.status.name[.ja])", en: "Site now: \(site.status.name[.en])"),
      color: site.status.color)
  }

  /// Everything that was said, the site, and what can be done about it.
  @HTMLBuilder var details: HTML {
    if report.comment.isEmpty {
      p { context.text(ja: "（記述なし）", en: "(no text)") }
    } else {
      div(.class("quote"), .lang(report.language)) { MaskedText(report.comment) }
    }
    DescriptionList([
      .init(context.text(ja: "内容", en: "What is wrong"), report.kind.name[language]),
      .init(context.text(ja: "施設", en: "Site")) {
        a(.href(StaffPath.site(site.id))) { HTML(site.localizedName, in: language) }
      },
      .init(SiteField.status.name[language]) { SiteChips.status(site.status, language) },
    ])
    if context.may(WiFiPermission.verify), site.status.isPublic { actions }
  }

  /// A confirmed report is about a site that does not work, a fixed one about a site that does.
  private var offered: [SiteStatus] {
    switch item?.state {
    case ReportCases.confirmed: [.out, .partly].filter { $0 != site.status }
    case ReportCases.fixed: site.status == .working ? [] : [.working]
    default: []
    }
  }

  private var actions: HTML {
    HTML([
      offered.isEmpty
        ? HTML()
        : form(.method("post"), .action("\(StaffPath.site(site.id))/status")) {
          context.antiForgeryField
          input(.type("hidden"), .name("stamp"), .value(site.stamp))
          input(.type("hidden"), .name("case"), .value(item.map { "\($0.number)" }))
          p {
            context.text(
              ja: "施設の利用状況も変更しますか。住民に表示されます。",
              en: "Change the site's status too? Residents see it.")
          }
          ButtonRow {
            for status in offered {
              Button(
                context.text(
                  ja: "施設を「\(status.name[.ja])」にする",
                  en: "Set the site to “\(status.name[.en])”"), size: .medium, name: "status",
                value: status.rawValue)
            }
          }
        },
      p {
        a(.href(VerifyPages.address(of: site.id))) {
          context.text(ja: "現地での確認の結果を入力", en: "Say what was found on site")
        }
      },
    ])
  }
}
