import YuiHTML
import YuiText
import YuiWeb

/// A page that says what went wrong and where to go on.
struct ProblemPage {
  let siteName: LocalizedText
  let problem: HTTPProblem
  let language: Language
  let requestID: String

  var markup: HTML {
    let frame = SiteFrame(
      language: language, siteName: siteName[language],
      assets: .init(
        stylesheet: Asset.url("site.css"), script: Asset.url("site.js"),
        icon: Asset.url("favicon.svg")))
    return Page(problem.title[language], in: frame, width: .reading) {
      if let detail = problem.detail { p { detail[language] } }
      if !problem.fieldErrors.isEmpty {
        ul { for error in problem.fieldErrors { li { error.message[language] } } }
      }
      LinkButton(LocalizedText(ja: "トップページへ", en: "To the first page")[language], "/")
      p(.class("note")) {
        LocalizedText(ja: "お問い合わせ番号 ", en: "Reference ")[language]
        code { requestID }
      }
    }.markup
  }
}
