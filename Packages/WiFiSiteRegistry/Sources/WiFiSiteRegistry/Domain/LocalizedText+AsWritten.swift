import YuiText

extension LocalizedText {
  /// What somebody wrote in one language alone: Japanese, unless it has no letter but ASCII's, which
  /// reads the same everywhere.
  init(asWritten text: String) {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    self = isPlain ? LocalizedText(everywhere: text) : LocalizedText(ja: text, en: "")
  }
}
