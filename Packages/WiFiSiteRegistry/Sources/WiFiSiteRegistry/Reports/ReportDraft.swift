import YuiText
import YuiWeb

/// A report as it was sent, before it is checked.
struct ReportDraft: Sendable {
  static let fieldOrder = ["kind", "comment"]

  /// A character may carry any number of combining marks: bytes have a bound of their own.
  private static let mostBytes = 16 * OutageReport.longestComment

  var kind = ""
  var comment = ""

  init() {}

  init(form: FormData) {
    kind = form.first("kind") ?? ""
    comment = (form.first("comment") ?? "").trimmingWhitespace
  }

  struct Checked: Sendable {
    let kind: ReportKind
    /// What was written, without personal data.
    let comment: String
  }

  enum CheckResult: Sendable {
    case success(Checked)
    case failure([String: LocalizedText])
  }

  /// What was reported, or what is wrong by field.
  func checked() -> CheckResult {
    var problems: [String: LocalizedText] = [:]
    let kind = ReportKind(rawValue: kind)
    if kind == nil { problems["kind"] = ReportWording.noKind }
    if kind == .other, comment.isEmpty { problems["comment"] = ReportWording.noComment }
    if comment.utf8.count > Self.mostBytes || comment.count > OutageReport.longestComment {
      problems["comment"] = ReportWording.longComment
    } else if !comment.isText(of: Self.mostBytes) {
      problems["comment"] = ReportWording.controlCharacters
    }
    guard problems.isEmpty, let kind else { return .failure(problems) }
    return .success(Checked(kind: kind, comment: PersonalData.mask(comment).text))
  }
}
