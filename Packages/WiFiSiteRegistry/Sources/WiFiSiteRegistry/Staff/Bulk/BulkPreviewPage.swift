import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The second step of changing many sites: what would change, before it does.
struct BulkPreviewPage {
  private static let mostLines = 100
  private static let mostNames = 20

  let selection: BulkSelection
  let preview: BulkPreview
  /// Whether the sites or the change are others than when the step was first shown.
  var isOutdated = false
  let context: RequestContext

  private var language: Language { context.language }
  private var changed: Int { preview.changed.count }

  var response: Response {
    context.page(
      LocalizedText(ja: "まとめて変更の確認", en: "Confirm the change of many sites"),
      breadcrumbs: [PageLink(StaffPath.trail.label, selection.query.address)],
      alert: alert, hasErrors: isOutdated, status: isOutdated ? 409 : 200
    ) {
      p { summary }
      if changed > 0 {
        table
        names
        confirmation
      }
      p {
        a(.href(selection.query.address)) {
          context.text(ja: "変更せずに一覧に戻る", en: "Back without changing")
        }
      }
    }
  }

  private var alert: HTML {
    guard isOutdated else { return HTML() }
    return NotificationBanner(
      .error,
      context.text(
        ja: "確認している間に、対象の施設が変わりました", en: "The sites changed while you were looking"),
      language: language
    ) {
      p {
        context.text(
          ja: "まだ変更していません。新しい内容を確かめて、もう一度実行してください。",
          en: "Nothing is changed yet. Look at what would change now, and confirm again.")
      }
    }.markup
  }

  private var summary: String {
    let (all, same) = (preview.sites.count, preview.sites.count - changed)
    return context.text(
      ja: "選んだ\(NumberText.grouped(all))件のうち、\(NumberText.grouped(changed))件が変わります。"
        + "\(NumberText.grouped(same))件はすでにこの内容です。",
      en: "Of \(NumberText.grouped(all)) chosen sites \(NumberText.grouped(changed)) would change; "
        + "\(NumberText.grouped(same)) are like this already.")
  }

  private var table: DataTable {
    DataTable(
      context.text(ja: "変わる内容", en: "What would change"),
      columns: [
        .init(context.text(ja: "項目", en: "Field")), .init(context.text(ja: "いま", en: "Now")),
        .init(context.text(ja: "変更後", en: "Then")),
        .init(context.text(ja: "件数", en: "Sites"), .number),
      ],
      rows: preview.lines.prefix(Self.mostLines).map { line in
        [
          HTML(line.field.name, in: language), SiteValue(line.field, line.before, language).markup,
          SiteValue(line.field, line.after, language).markup, HTML(NumberText.grouped(line.count)),
        ]
      }, isDense: true)
  }

  @HTMLBuilder private var names: HTML {
    h2 { context.text(ja: "変わる施設", en: "Sites that would change") }
    ul {
      for site in preview.changed.prefix(Self.mostNames) {
        li {
          a(.href(StaffPath.site(site.id))) { HTML(site.localizedName, in: language) }
        }
      }
    }
    if changed > Self.mostNames {
      let more = NumberText.grouped(changed - Self.mostNames)
      p { context.text(ja: "ほか\(more)件", en: "and \(more) more") }
    }
  }

  private var confirmation: HTML {
    form(.method("post"), .action(BulkPages.path)) {
      context.antiForgeryField
      for field in selection.fields + preview.draft.fields {
        input(.type("hidden"), .name(field.name), .value(field.value))
      }
      input(.type("hidden"), .name("stamp"), .value(preview.stamp))
      Button(
        context.text(
          ja: "\(NumberText.grouped(changed))件を変更する",
          en: "Change \(NumberText.grouped(changed)) sites"), style: .solid)
    }
  }
}
