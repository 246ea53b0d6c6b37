public import YuiHTML
import YuiText

/// Pages for problems.
public enum ProblemPage {
  /// A page that says what is wrong, and the id to name when asking for help.
  public static func page(_ problem: HTTPProblem, in frame: SiteFrame, requestID: String) -> HTML {
    let language = frame.language
    return Page(
      problem.title, in: frame, lead: problem.detail, width: .reading
    ) {
      if !problem.fieldErrors.isEmpty {
        ul {
          for error in problem.fieldErrors { li { error.message[language] } }
        }
      }
      p(.class("note")) {
        let label = LocalizedText(ja: "お問い合わせ番号", en: "Request number")
        "\(label[language]): \(requestID) (\(problem.status))"
      }
    }.markup
  }
}
