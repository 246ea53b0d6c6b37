import YuiText

/// What the components themselves say; everything else they are told.
enum Wording {
  static let skipToMain = LocalizedText(ja: "本文へ移動", en: "Skip to main content")
  static let home = LocalizedText(ja: "ホーム", en: "Home")
  static let mainMenu = LocalizedText(ja: "メインメニュー", en: "Main menu")
  static let here = LocalizedText(ja: "現在位置", en: "You are here")
  static let languages = LocalizedText(ja: "言語", en: "Language")
  static let staff = LocalizedText(ja: "職員用", en: "Staff")
  static let footerMenu = LocalizedText(ja: "このサイトについて", en: "About this site")
  static let signedInAs = LocalizedText(ja: "ログイン中", en: "Signed in as")
  static let errorTitle = LocalizedText(ja: "エラー：", en: "Error: ")
  static let titleSeparator = LocalizedText(ja: "｜", en: " | ")

  static let required = LocalizedText(ja: "※必須", en: "(required)")
  static let optional = LocalizedText(ja: "※任意", en: "(optional)")
  static let errorMark = LocalizedText(ja: "＊", en: "* ")
  static let chooseOne = LocalizedText(ja: "選択してください", en: "Choose one")
  static let search = LocalizedText(ja: "検索", en: "Search")
  static let errorSummary = LocalizedText(
    ja: "入力内容に誤りがあります", en: "There is a problem with what you entered")

  static let success = LocalizedText(ja: "成功", en: "Success")
  static let error = LocalizedText(ja: "エラー", en: "Error")
  static let warning = LocalizedText(ja: "警告", en: "Warning")
  static let information = LocalizedText(ja: "インフォメーション", en: "Information")

  static let previousPage = LocalizedText(ja: "前のページ", en: "Previous page")
  static let nextPage = LocalizedText(ja: "次のページ", en: "Next page")

  static let sameNumbers = LocalizedText(ja: "グラフの数値を表で見る", en: "See the numbers as a table")
}
