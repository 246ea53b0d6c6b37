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
      en: "The address may be wrong, or the page was moved or taken away.",
      easy: "アドレスがちがうか、ページがなくなりました。",
      zhHans: "网址可能有误，或页面已被移动或删除。",
      ko: "주소가 잘못되었거나 페이지가 이동 또는 삭제되었을 수 있습니다.",
      vi: "Địa chỉ có thể sai, hoặc trang đã bị chuyển hay xóa.")
  }

  private let toFirstPage = LocalizedText(
    ja: "トップページへ", en: "To the first page", easy: "はじめのページへ", zhHans: "返回首页",
    ko: "첫 페이지로", vi: "Về trang đầu")

  private let reference = LocalizedText(
    ja: "お問い合わせ番号 ", en: "Reference ", zhHans: "查询编号 ", ko: "문의 번호 ",
    vi: "Mã tham chiếu ")

  var markup: HTML {
    let frame = SiteFrame(
      language: language, siteName: siteName,
      assets: .init(
        stylesheet: Asset.url("site.css"), script: Asset.url("site.js"),
        icon: Asset.url("favicon.svg")))
    return Page(problem.title, in: frame, width: .reading) {
      if let detail = problem.detail ?? whereToLook { p { detail[language] } }
      if !problem.fieldErrors.isEmpty {
        ul { for error in problem.fieldErrors { li { error.message[language] } } }
      }
      LinkButton(toFirstPage[language], "/")
      p(.class("note")) {
        reference[language]
        code { requestID }
      }
    }.markup
  }
}
