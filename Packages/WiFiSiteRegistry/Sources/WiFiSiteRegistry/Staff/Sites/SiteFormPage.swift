import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form of a site, a new one or one that is changed.
struct SiteFormPage {
  let draft: SiteDraft
  /// What is changed; `nil` for a new one.
  let site: WiFiSite?
  let profiles: KnownProfiles
  var problems: [String: LocalizedText] = [:]
  /// What somebody else changed since the form was opened.
  var conflict: SiteConflict?
  /// The last change that was made meanwhile.
  var change: SiteChange?
  let context: RequestContext

  private var language: Language { context.language }

  private var errors: [FieldError] {
    (conflict?.undecided ?? []).sorted { $0.rawValue < $1.rawValue }.map {
      FieldError(
        SiteConflict.choicePrefix + $0.rawValue,
        context.text(
          ja: "「\($0.name[.ja])」をどちらの内容にするか選択してください。",
          en: "Choose which it shall be: \($0.name[.en])."))
    }
      + SiteFormFields.order.compactMap { name in
        problems[name].map { FieldError(name, $0[language]) }
      }
  }

  private var hasConflict: Bool { conflict?.open.isEmpty == false }

  var response: Response {
    let status = hasConflict ? 409 : errors.isEmpty ? 200 : 422
    return context.page(
      site == nil
        ? LocalizedText(ja: "施設の追加", en: "Add a site")
        : LocalizedText(ja: "施設の編集", en: "Edit a site"),
      shoulder: site.map { [$0.localizedName] } ?? [],
      breadcrumbs: site.map(StaffPath.trail(to:)) ?? [StaffPath.trail],
      alert: alert, hasErrors: status != 200, width: .reading, status: status
    ) {
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        if let site {
          // What is compared when the form comes back: nobody's change is lost for another's.
          for box in SiteDraft(site).boxes(prefix: SiteDraft.basePrefix) {
            input(.type("hidden"), .name(box.name), .value(box.value))
          }
          if let conflict {
            SiteConflictFields(
              conflict: conflict, site: site, change: change, errors: errors, language: language)
          }
        }
        SiteFormFields(draft: draft, profiles: profiles, errors: errors, language: language)
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
    }
  }

  @HTMLBuilder private var alert: HTML {
    if hasConflict {
      NotificationBanner(
        .error,
        context.text(
          ja: "編集している間に、ほかの職員がこの施設を変更しました",
          en: "Somebody else changed this site while you were editing it"), language: language
      ) {
        p {
          context.text(
            ja: "まだ保存していません。2人とも変えた項目を、どちらの内容にするか選び、もう一度保存してください。",
            en: "Nothing is saved yet. Choose for what both of you changed, and save again.")
        }
      }
    }
    if !errors.isEmpty { ErrorSummary(errors, language: language) }
  }
}
