import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The public reply: a draft, and what is released.
struct CaseReplySection: Component {
  let page: CasePage

  private var context: RequestContext { page.context }

  @HTMLBuilder var markup: HTML {
    if page.reply != nil || page.mayWork {
      section(.class("panel")) {
        h2 { context.text(ja: "公開する回答", en: "Public reply") }
        if let text = page.reply?.text { released(text) }
        if page.mayWork { draft }
      }
    }
  }

  private func released(_ text: String) -> HTML {
    HTML([
      p(.class("quote")) { text },
      p(.class("note")) {
        context.text(ja: "公開：", en: "Released by ") + (page.reply?.releasedBy ?? "")
        if let time = page.reply?.releasedAt { " " + time.text(context.language) }
      },
      page.mayRelease
        ? form(.method("post"), .action("\(page.path)/reply/withdraw")) {
          context.antiForgeryField
          input(.type("hidden"), .name("back"), .value(page.here))
          Button(
            context.text(ja: "公開を取り消す", en: "Withdraw"), style: .text, size: .small,
            question: context.text(
              ja: "公開中の回答を取り消します。よろしいですか。",
              en: "The public will no longer see this reply. Go on?"))
        } : HTML(),
    ])
  }

  private var draft: HTML {
    HTML([
      form(.method("post"), .action("\(page.path)/reply"), .class("form")) {
        context.antiForgeryField
        input(.type("hidden"), .name("back"), .value(page.here))
        FormField(
          "reply",
          label: page.reply?.text == nil
            ? context.text(ja: "回答の下書き", en: "Draft of the reply")
            : context.text(ja: "差し替える回答の下書き", en: "Draft of another reply"),
          language: context.language, need: .unmarked,
          support: context.text(
            ja: "下書きは職員だけが読めます。権限のある人が公開するまで住民には見えません。",
            en: "Only staff reads a draft. The public sees it once somebody releases it."),
          error: page.entry.errors.message(for: "reply"),
          control: .textArea(
            page.entry.text("reply") ?? page.reply?.draft, limit: CaseReply.longest, rows: 4))
        Button(context.text(ja: "下書きを保存", en: "Save the draft"), size: .medium)
      },
      page.mayRelease && page.reply?.draft != nil
        ? form(.method("post"), .action("\(page.path)/reply/release")) {
          context.antiForgeryField
          input(.type("hidden"), .name("back"), .value(page.here))
          Button(
            context.text(ja: "保存した下書きを公開する", en: "Release the saved draft"), style: .solid,
            size: .medium,
            question: context.text(
              ja: "保存した下書きを住民に公開します。よろしいですか。",
              en: "The saved draft will be shown to the public. Go on?"))
        } : HTML(),
    ])
  }
}
