import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The first step of changing many sites: what is to be changed.
struct BulkFormPage {
  let selection: BulkSelection
  let count: Int
  let draft: BulkDraft
  let profiles: KnownProfiles
  var problems: [String: LocalizedText] = [:]
  let context: RequestContext

  private var language: Language { context.language }

  private var errors: [FieldError] {
    BulkDraft.fieldOrder.compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
  }

  var response: Response {
    context.page(
      LocalizedText(ja: "まとめて変更", en: "Change many sites"),
      breadcrumbs: [PageLink(StaffPath.trail.label, selection.query.address)],
      alert: count == 0 ? noneChosen : ErrorSummary(errors, language: language).markup,
      hasErrors: count == 0 || !errors.isEmpty, width: .reading,
      status: count == 0 || !errors.isEmpty ? 422 : 200
    ) {
      if count > 0 {
        p {
          context.text(
            ja: "\(NumberText.grouped(count))件の施設を変更します。次のページで、何がどう変わるかを確かめられます。",
            en: "\(NumberText.grouped(count)) sites are chosen. The next page shows what would "
              + "change before anything does.")
        }
        form(.method("get"), .action(BulkPages.previewPath), .class("form")) {
          for field in selection.fields {
            input(.type("hidden"), .name(field.name), .value(field.value))
          }
          fields
          Button(context.text(ja: "変更の内容を確かめる", en: "See what would change"), style: .solid)
        }
      } else {
        p {
          a(.href(selection.query.address)) { context.text(ja: "一覧に戻る", en: "Back to the list") }
        }
      }
    }
  }

  private var noneChosen: HTML {
    NotificationBanner(
      .warning, context.text(ja: "施設が選ばれていません", en: "No site is chosen"), language: language
    ).markup
  }

  @HTMLBuilder private var fields: HTML {
    select(
      "status", .status, SiteStatus.allCases.map { Choice($0.rawValue, $0.name, in: language) },
      draft.status)
    select(
      "class", .facilityClass,
      FacilityClass.allCases.map { Choice($0.rawValue, $0.name, in: language) },
      draft.facilityClass)
    select(
      "openroaming", .openRoaming,
      OpenRoamingState.allCases.map { Choice($0.rawValue, $0.name, in: language) },
      draft.openRoaming)
    FormField(
      "openroaming_since", label: SiteField.openRoamingSince.name, language: language,
      need: .optional,
      support: LocalizedText(
        ja: "対応済みにするときに空欄なら、新しく対応した施設は今日からとします。",
        en: "Left empty, sites that begin to speak OpenRoaming do so from today."),
      error: errors.message(for: "openroaming_since"), control: .date(draft.openRoamingSince))
    select(
      "profile", .profile,
      [Choice(BulkDraft.noProfile, context.text(ja: "なしにする", en: "Take it away"))]
        + profiles.choices(
          selected: draft.profile == BulkDraft.noProfile ? "" : draft.profile, in: language),
      draft.profile)
    FormField(
      "verified", label: SiteField.verifiedOn.name, language: language, need: .unmarked,
      support: nil,
      control: .checkboxes(
        [Choice("today", context.text(ja: "今日確認したものとする", en: "Verified today"))],
        selected: draft.isVerifiedToday ? ["today"] : []))
  }

  private var keep: String { context.text(ja: "変更しない", en: "Leave as it is") }

  private func select(
    _ name: String, _ field: SiteField, _ choices: [Choice], _ selected: String
  ) -> FormField {
    FormField(
      name, label: field.name, language: language, need: .unmarked, support: nil,
      error: errors.message(for: name),
      control: .select(choices, selected: selected, unchosen: keep))
  }
}
