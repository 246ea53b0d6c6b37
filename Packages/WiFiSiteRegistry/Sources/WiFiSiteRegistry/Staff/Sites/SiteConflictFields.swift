import YuiHTML
import YuiText

/// What two people changed at the same time: what was taken over from the other, and what has to be
/// decided.
struct SiteConflictFields: Component {
  let conflict: SiteConflict
  let site: WiFiSite
  /// The last change that was made meanwhile.
  let change: SiteChange?
  let errors: [FieldError]
  let language: Language

  @HTMLBuilder var markup: HTML {
    if let change {
      p(.class("note")) {
        "\(change.who) \(change.at.text(language)) "
        HTML(change.source.name, in: language)
      }
    }
    if !conflict.taken.isEmpty {
      p {
        words(
          "ほかの職員だけが変えた次の項目は、その内容を下の欄に取り入れました。", "The form below has these as the other left them:")
      }
      ul { for field in conflict.taken { li { HTML(field.name, in: language) } } }
    }
    if !conflict.open.isEmpty {
      section(.class("panel")) {
        h2 { words("どちらの内容にしますか", "Which shall it be?") }
        table
        for field in conflict.open { choice(field) }
      }
    }
  }

  private var table: DataTable {
    DataTable(
      words("2人とも変えた項目", "What both of you changed"),
      columns: [
        .init(words("項目", "Field")), .init(words("いま保存されている内容", "Stored by now")),
        .init(words("あなたの入力", "What you entered")),
      ],
      rows: conflict.open.map { field in
        [
          HTML(field.name, in: language), SiteValue(field, field.text(of: site), language).markup,
          SiteValue(field, conflict.draft.fileText(of: field), language).markup,
        ]
      }, isDense: true)
  }

  @HTMLBuilder private func choice(_ field: SiteField) -> HTML {
    let name = SiteConflict.choicePrefix + field.rawValue
    input(.type("hidden"), .name(SiteConflict.fieldName), .value(field.rawValue))
    FormField(
      name, label: field.name, language: language, support: nil,
      error: errors.message(for: name),
      control: .radioButtons(
        [
          Choice(
            SiteConflict.Choice.stored.rawValue, words("保存されている内容を残す", "Keep what is stored")),
          Choice(
            SiteConflict.Choice.mine.rawValue,
            words("下の欄の、あなたの入力にする", "Take what you entered, which stands below")),
        ], selected: nil))
  }

  private func words(_ ja: String, _ en: String) -> String {
    LocalizedText(ja: ja, en: en)[language]
  }
}
