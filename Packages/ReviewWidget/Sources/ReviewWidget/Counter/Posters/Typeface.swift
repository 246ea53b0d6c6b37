import YuiText

/// The typefaces of a poster: a picture that stands alone has no style sheet to name them.
enum Typeface {
  case sans
  /// For addresses: each letter is as wide as the others, and none looks like another.
  case mono

  func names(for language: Language) -> String {
    switch (self, language) {
    case (.mono, _): "Noto Sans Mono, Consolas, Menlo, monospace"
    case (.sans, .zhHans):
      "Noto Sans SC, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"
    case (.sans, .ko):
      "Noto Sans KR, Apple SD Gothic Neo, Malgun Gothic, Noto Sans CJK KR, sans-serif"
    case (.sans, .vi): "Noto Sans, Segoe UI, Roboto, sans-serif"
    case (.sans, _):
      "Noto Sans JP, Hiragino Sans, BIZ UDPGothic, Yu Gothic, Meiryo, Noto Sans CJK JP, sans-serif"
    }
  }
}
