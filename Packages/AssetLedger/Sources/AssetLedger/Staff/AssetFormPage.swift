import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form of an asset, a new one or one that is changed.
struct AssetFormPage {
  let draft: AssetDraft
  /// What is changed; `nil` for a new one.
  let asset: Asset?
  var problems: [String: LocalizedText] = [:]
  /// What somebody else changed meanwhile in the same fields.
  var conflicts: [Conflict] = []
  let context: RequestContext

  /// A field that two people changed, each to something else.
  struct Conflict {
    let field: AssetField
    let stored: String
    let mine: String
  }

  private var language: Language { context.language }

  private var errors: [FieldError] {
    AssetField.all.compactMap { field in
      problems[field.name].map { FieldError(field.name, $0[language]) }
    }
  }

  var response: Response {
    let status = !conflicts.isEmpty ? 409 : errors.isEmpty ? 200 : 422
    return context.page(
      asset == nil
        ? LocalizedText(ja: "資産の登録", en: "Add an asset")
        : LocalizedText(ja: "資産の編集", en: "Edit an asset"),
      shoulder: asset.map { [$0.localizedName] } ?? [],
      breadcrumbs: asset.map(AssetStaffPath.trail(to:)) ?? [AssetStaffPath.trail],
      alert: alert, hasErrors: status != 200, width: .reading, status: status
    ) {
      if !conflicts.isEmpty { differences }
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        base
        AssetFormFields(draft: draft, asset: asset, errors: errors, language: language)
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
    }
  }

  /// From what the form is made: when it comes back, nobody's change is lost for another's.
  @HTMLBuilder private var base: HTML {
    if let asset {
      let stored = AssetDraft(asset)
      for field in AssetField.all {
        input(
          .type("hidden"), .name(AssetDraft.basePrefix + field.name), .value(stored[field.name]))
      }
    }
  }

  @HTMLBuilder private var alert: HTML {
    if !conflicts.isEmpty {
      NotificationBanner(
        .error,
        context.text(
          ja: "編集している間に、ほかの職員がこの資産を変更しました",
          en: "Somebody else changed this asset while you were editing it"), language: language
      ) {
        p {
          context.text(
            ja: """
              まだ保存していません。下の表の項目は2人とも変えました。欄にはあなたの入力が残っています。必要なら直して、もう一度保存してください。
              """,
            en: """
              Nothing is saved yet. Both of you changed what stands below; the form still says what you entered. Mend what needs it, and save again.
              """)
        }
      }
    }
    if !errors.isEmpty { ErrorSummary(errors, language: language) }
  }

  private var differences: DataTable {
    DataTable(
      context.text(ja: "2人とも変えた項目", en: "What both of you changed"),
      columns: [
        .init(context.text(ja: "項目", en: "Field")),
        .init(context.text(ja: "いま保存されている内容", en: "Stored by now")),
        .init(context.text(ja: "あなたの入力", en: "What you entered")),
      ],
      rows: conflicts.map { conflict in
        [
          HTML(conflict.field.label, in: language), HTML(conflict.stored), HTML(conflict.mine),
        ]
      }, isDense: true)
  }
}
