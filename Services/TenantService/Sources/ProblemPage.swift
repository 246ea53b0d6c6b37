import YuiHTML
import YuiText
import YuiWeb

/// A page that says what went wrong and where to go on.
struct ProblemPage {
  let siteName: LocalizedText
  let problem: HTTPProblem
  let language: Language
  let requestID: String

  private var whereToLook: LocalizedText? {
    guard problem.status == 404 else { return nil }
    return LocalizedText(
      ja: "アドレスが間違っているか、ページが移動または削除された可能性があります。",
      en: "The address may be wrong, or the page was moved or taken away.")
  }

  var markup: HTML {
    let frame = SiteFrame(
      language: language, siteName: siteName[language],
      assets: .init(
        stylesheet: Asset.url("site.css"), script: Asset.url("site.js"),
        icon: Asset.url("favicon.svg")))
    return Page(problem.title[language], in: frame, width: .reading) {
      if let detail = problem.detail ?? whereToLook { p { detail[language] } }
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
