public import YuiText

extension HTML {
  /// Creates markup for a text that may carry readings: `{窓口|まどぐち}` becomes `ruby`.
  public init(_ text: RubyText) {
    self.init(
      text.parts.map { part in
        guard let reading = part.reading else { return HTML(part.words) }
        return ruby {
          part.words
          // For readers and browsers that show no ruby.
          rp { "（" }
          rt { reading }
          rp { "）" }
        }
      })
  }

  /// Creates markup for a text in the language of the page, or in the next best it comes in, which
  /// is then said; readings are shown.
  public init(_ text: LocalizedText, in language: Language) {
    let spoken = text.spokenLanguage(in: language)
    let content = HTML(RubyText(text[spoken]))
    self = spoken == language ? content : span(.lang(spoken)) { content }
  }
}
