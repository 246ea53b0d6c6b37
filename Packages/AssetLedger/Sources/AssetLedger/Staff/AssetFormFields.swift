import YuiHTML
import YuiText

/// The fields of an asset's form, in their groups.
struct AssetFormFields: Component {
  let draft: AssetDraft
  /// What is changed, whose id stays; `nil` for a new one.
  let asset: Asset?
  let errors: [FieldError]
  let language: Language

  @HTMLBuilder var markup: HTML {
    for group in AssetField.Group.allCases {
      section(.class("panel")) {
        h2 { HTML(group.name, in: language) }
        if group == .details { p(.class("note")) { detailsNote } }
        for field in AssetField.all where field.group == group {
          if field.name != "id" || asset == nil { formField(field) }
        }
      }
    }
  }

  private var detailsNote: String {
    LocalizedText(
      ja: "その種類の資産にある項目だけが保存されます。",
      en: "Only what assets of its class have is stored.")[language]
  }

  private func formField(_ field: AssetField) -> FormField {
    FormField(
      field.name, label: label(of: field), language: language,
      need: field.isRequired ? .required : .optional, support: support(of: field),
      error: errors.message(for: field.name), control: control(of: field))
  }

  private func label(of field: AssetField) -> LocalizedText {
    let unit = field.unit
    guard !unit[.ja].isEmpty else { return field.label }
    return LocalizedText(
      ja: "\(field.label[.ja])（\(unit[.ja])）", en: "\(field.label[.en]) (\(unit[.en]))")
  }

  /// How it is written, and which classes have it.
  private func support(of field: AssetField) -> LocalizedText? {
    let classes = AssetClass.allCases.filter(field.classes.contains)
    guard !classes.isEmpty else { return field.help[.ja].isEmpty ? nil : field.help }
    func sentence(_ language: Language, _ separator: String) -> String {
      ([field.help[language]] + [classes.map { $0.name[language] }.joined(separator: separator)])
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return LocalizedText(ja: sentence(.ja, "、"), en: sentence(.en, ", "))
  }

  private func control(of field: AssetField) -> FieldControl {
    let text = draft[field.name]
    return switch field.input {
    case .line(let most): .text(text, width: most > 50 ? .full : .medium)
    case .coded: .text(text)
    case .text(let most): .textArea(text, limit: most, rows: 3)
    case .number: .number(text)
    case .place: .text(text, width: .medium)
    case .day: .date(DateEntry(iso: text))
    case .yesNo:
      .select(
        [
          Choice("yes", LocalizedText(ja: "はい", en: "Yes"), in: language),
          Choice("no", LocalizedText(ja: "いいえ", en: "No"), in: language),
        ], selected: text, unchosen: unknown)
    case .choice(let options):
      .select(
        choices(options), selected: text, unchosen: field.isRequired || field.isKept ? nil : unknown
      )
    case .choices(let options):
      .checkboxes(
        choices(options), selected: Set(text.split(separator: ";").map(String.init)))
    }
  }

  private func choices(_ options: [AssetField.Option]) -> [Choice] {
    options.map { Choice($0.code, $0.name, in: language) }
  }

  private var unknown: String { LocalizedText(ja: "不明", en: "Unknown")[language] }
}

extension DateEntry {
  /// Shows a day as files have it; what is none stands in the first box, to be mended there.
  fileprivate init(iso text: String) {
    self = CalendarDate(iso: text).map { DateEntry($0) } ?? DateEntry(year: text)
  }
}
