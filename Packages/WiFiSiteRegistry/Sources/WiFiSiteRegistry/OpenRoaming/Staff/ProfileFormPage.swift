import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form of a profile: a new one, or one that is changed.
struct ProfileFormPage {
  let context: RequestContext
  let draft: ProfileDraft
  /// The slug of a profile that exists.
  var slug: Slug?
  /// What the profile was when the form was filled in from it.
  var stamp: String?
  /// Whether somebody else has changed the profile since.
  var isOvertaken = false
  var problems: [ProfileDraft.Field: LocalizedText] = [:]

  var language: Language { context.language }

  private var errors: [FieldError] {
    ProfileDraft.Field.allCases.compactMap { field in
      problems[field].map { FieldError(field.rawValue, $0[language]) }
    }
  }

  var response: Response {
    context.page(
      slug == nil
        ? LocalizedText(ja: "プロファイルの追加", en: "Add a profile")
        : LocalizedText(ja: "プロファイルの編集", en: "Edit a profile"),
      shoulder: slug.map { [LocalizedText(everywhere: $0.description)] } ?? [],
      breadcrumbs: context.profileTrail,
      alert: isOvertaken ? overtaken : ErrorSummary(errors, language: language).markup,
      hasErrors: !errors.isEmpty, width: .reading,
      status: isOvertaken ? 409 : errors.isEmpty ? 200 : 422
    ) {
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        input(.type("hidden"), .name("stamp"), .value(stamp))
        network
        operation
        h2 { context.text(ja: "場所", en: "Place") }
        place
        h2 { context.text(ja: "認証の方式", en: "How visitors sign in") }
        realms
        h2 { context.text(ja: "認証サーバー", en: "Servers") }
        servers
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
    }
  }

  private var overtaken: HTML {
    NotificationBanner(
      .warning,
      context.text(ja: "ほかの職員が先に変更しました", en: "Somebody else was faster"),
      language: language
    ) {
      p {
        context.text(
          ja: "まだ保存していません。もう一度保存すると、先の変更をこの内容で置き換えます。",
          en: "Nothing is saved yet. To save once more replaces what they changed by what is here.")
        if let slug {
          HTML(" ")
          a(.href("/staff/wifi/profiles/\(slug)")) {
            context.text(ja: "いまの内容を見る", en: "See what it is now")
          }
        }
      }
    }.markup
  }

  // MARK: Fields

  func field(
    _ field: ProfileDraft.Field, _ label: String, need: FormField.Need = .required,
    support: String? = nil, _ control: FieldControl
  ) -> FormField {
    FormField(
      field.rawValue, label: label, language: language, need: need, support: support,
      error: problems[field]?[language], control: control)
  }

  func text(_ name: ProfileDraft.Field, width: FieldControl.TextWidth = .full) -> FieldControl {
    .text(draft[name], width: width)
  }

  /// A list with a value on each line.
  func list(_ name: ProfileDraft.Field, rows: Int = 3) -> FieldControl {
    .textArea(draft[name], rows: rows)
  }

  /// A box that is checked or not.
  func box(_ name: ProfileDraft.Field, _ label: String) -> FieldControl {
    .checkboxes([Choice(ProfileDraft.yes, label)], selected: [draft[name]])
  }

  func choices<Value>(
    _ values: [Value], _ choice: (Value) -> (value: String, name: LocalizedText)
  ) -> [Choice] {
    values.map { value in
      let (text, name) = choice(value)
      return Choice(text, name, in: language)
    }
  }
}
