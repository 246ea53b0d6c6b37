import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// One application, for whoever applied: where it is, what was decided, and what can be done.
struct ApplicantPage {
  let context: RequestContext
  let entered: Entered
  let view: ApplicationView
  let events: [CaseEvent]

  init(
    _ context: RequestContext, _ entered: Entered = Entered(), in source: some Queryable
  ) throws {
    let application = try context.ownApplication(in: source)
    let view = try ApplicationView(application, context, in: source)
    self.context = context
    self.entered = entered
    self.view = view
    events =
      try view.item.map { try ApplicationCases.store.history(of: $0.number, in: source) } ?? []
  }

  private var path: String { "\(ApplicantPages.path)/\(view.application.id)" }
  private var state: String? { view.item?.state }

  var response: Response {
    context.page(
      view.title, breadcrumbs: [PageLink(ApplicantPages.title, ApplicantPages.path)],
      alert: alert, hasErrors: !entered.errors.isEmpty,
      status: entered.errors.isEmpty ? 200 : 422
    ) {
      p { view.state }
      if state == "incomplete" { answer }
      if state == nil { draft }
      view.facts
      view.answered
      view.documentSection(
        reading: "\(path)/documents",
        adding: state.map(ApplicationCases.ended.contains) ?? false
          ? nil : "\(path)/documents")
      history
      if let state, ApplicationCases.undecided.contains(state) {
        action(
          "withdraw", context.text(ja: "申請を取り下げる", en: "Withdraw the application"),
          question: context.text(
            ja: "申請を取り下げます。元には戻せません。よろしいですか。",
            en: "The application ends and cannot be brought back. Go on?"))
      }
    }
  }

  private var alert: HTML {
    let language = context.language
    let words: LocalizedText? =
      switch context.request.query["done"] {
      case "submitted": LocalizedText(ja: "提出しました", en: "It was sent")
      case "answered": LocalizedText(ja: "回答しました", en: "Your answer was sent")
      case "withdrawn": LocalizedText(ja: "取り下げました", en: "It was withdrawn")
      case "saved", "document-added": LocalizedText(ja: "保存しました", en: "Saved")
      default: nil
      }
    guard entered.errors.isEmpty, let words else {
      return ErrorSummary(entered.errors, language: language).markup
    }
    return NotificationBanner(.success, words[language], language: language).markup
  }

  private var draft: HTML {
    section(.class("panel")) {
      p {
        context.text(
          ja: "まだ提出していません。内容を確かめてから提出してください。",
          en: "This is not sent yet. Look it over, then send it.")
      }
      LinkButton(context.text(ja: "編集", en: "Edit"), "\(path)/edit", size: .medium)
      action("submit", context.text(ja: "提出する", en: "Send it"), style: .solid)
    }
  }

  private var answer: HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "補正の求め", en: "What is missing") }
      if let notice = events.first(where: { $0.after == "incomplete" })?.reason {
        p(.class("quote")) { notice }
      }
      LinkButton(
        context.text(ja: "申請書を編集", en: "Change the application"), "\(path)/edit", size: .medium)
      form(.method("post"), .action("\(path)/answer"), .class("form")) {
        context.antiForgeryField
        FormField(
          "answer", label: context.text(ja: "回答", en: "Your answer"),
          language: context.language, error: entered.message(for: "answer"),
          control: .textArea(
            entered["answer"], limit: ApplicantActions.longestAnswer, rows: 4))
        Button(context.text(ja: "回答する", en: "Answer"), style: .solid)
      }
    }
  }

  private func action(
    _ name: String, _ label: String, style: Button.Style = .outline, question: String? = nil
  ) -> HTML {
    form(.method("post"), .action("\(path)/\(name)")) {
      context.antiForgeryField
      Button(label, style: style, size: .medium, question: question)
    }
  }

  /// The states it came through, and the reasons that are for the applicant; no member of staff is
  /// named.
  @HTMLBuilder private var history: HTML {
    let moves = events.filter { $0.kind == .moved }
    if let time = view.application.submittedAt {
      section(.class("panel")) {
        h2 { context.text(ja: "経緯", en: "History") }
        ol(.class("history")) {
          for event in moves {
            li {
              p { name(of: event.after) }
              if event.readers == .applicant, let reason = event.reason {
                p(.class("quote")) { reason }
              }
              p(.class("note")) { event.at.text(context.language) }
            }
          }
          li {
            p { context.text(ja: "提出しました", en: "It was sent") }
            p(.class("note")) { time.text(context.language) }
          }
        }
      }
    }
  }

  private func name(of state: String) -> String {
    ApplicationCases.definition.state(state)?.name[context.language] ?? state
  }
}
