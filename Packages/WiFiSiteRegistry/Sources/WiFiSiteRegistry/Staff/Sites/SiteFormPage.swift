import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form of a site, a new one or one that is changed.
struct SiteFormPage {
  let draft: SiteDraft
  /// What is changed; `nil` for a new one.
  let site: WiFiSite?
  /// What the form was made from, where it comes back.
  var stamp: String?
  var problems: [String: LocalizedText] = [:]
  var conflict: SiteConflict?
  let context: RequestContext

  private var language: Language { context.language }

  private var errors: [FieldError] {
    SiteFormFields.order.compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
  }

  var response: Response {
    let status = conflict != nil ? 409 : errors.isEmpty ? 200 : 422
    return context.page(
      site == nil
        ? LocalizedText(ja: "施設の追加", en: "Add a site")
        : LocalizedText(ja: "施設の編集", en: "Edit a site"),
      shoulder: site.map { [$0.localizedName] } ?? [],
      breadcrumbs: site.map(StaffPath.trail(to:)) ?? [StaffPath.trail],
      alert: alert, hasErrors: status != 200, width: .reading, status: status
    ) {
      if let conflict { differences(conflict) }
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        // Who saves after a conflict has seen both.
        input(
          .type("hidden"), .name("stamp"),
          .value(conflict == nil ? stamp ?? site?.stamp : site?.stamp))
        SiteFormFields(draft: draft, errors: errors, language: language)
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
    }
  }

  private var alert: HTML {
    guard conflict != nil else { return ErrorSummary(errors, language: language).markup }
    return NotificationBanner(
      .error,
      context.text(
        ja: "編集している間に、ほかの職員がこの施設を変更しました",
        en: "Somebody else changed this site while you were editing it"), language: language
    ) {
      p {
        context.text(
          ja: "まだ保存していません。下の表で違いを確かめ、必要なら直して、もう一度保存してください。",
          en: "Nothing is saved yet. See below what differs, mend what needs it, and save again.")
      }
    }.markup
  }

  @HTMLBuilder private func differences(_ conflict: SiteConflict) -> HTML {
    if let change = conflict.change {
      p(.class("note")) {
        "\(change.who) \(change.at.text(language)) "
        change.source.name[language]
      }
    }
    DataTable(
      context.text(ja: "違いのある項目", en: "What differs"),
      columns: [
        .init(context.text(ja: "項目", en: "Field")),
        .init(context.text(ja: "いま保存されている内容", en: "Stored by now")),
        .init(context.text(ja: "あなたの入力", en: "What you entered")),
      ],
      rows: conflict.fields.map { difference in
        [
          HTML(difference.field.name, in: language),
          SiteValue(difference.field, difference.before, language).markup,
          SiteValue(difference.field, difference.after, language).markup,
        ]
      }, isDense: true)
  }
}
