import YuiHTML
import YuiText

extension Choice {
  /// The choice of a language, named in itself and marked so.
  init(_ language: Language) {
    self.init(language.rawValue, language.ownName)
    self.language = language
  }
}
