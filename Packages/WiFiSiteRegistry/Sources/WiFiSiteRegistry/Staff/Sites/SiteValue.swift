import YuiHTML
import YuiText

/// What a field of a site says, in words.
struct SiteValue: Component {
  let markup: HTML

  init(_ field: SiteField, _ text: String, _ language: Language) {
    markup =
      text.isEmpty
      ? HTML(LocalizedText(ja: "（なし）", en: "(none)"), in: language)
      : HTML(field.words(text, language), in: language)
  }
}
