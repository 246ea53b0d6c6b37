import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What was done with the case.
struct CaseHistorySection: Component {
  let page: CasePage

  private var context: RequestContext { page.context }

  var markup: HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "経緯", en: "History") }
      ol(.class("history")) {
        for event in page.history {
          li {
            p { words(for: event) }
            if let reason = event.reason { p(.class("quote")) { reason } }
            p(.class("note")) { "\(event.actor.name) \(event.at.text(context.language))" }
          }
        }
        li {
          p { context.text(ja: "受け付けました", en: "It came in") }
          p(.class("note")) { page.item.receivedAt.text(context.language) }
        }
      }
    }
  }

  private func words(for event: CaseEvent) -> String {
    switch event.kind {
    case .moved:
      let (old, new) = (state(event.before), state(event.after))
      return context.text(
        ja: "「\(old)」から「\(new)」に変更しました", en: "Changed from “\(old)” to “\(new)”")
    case .assigned:
      let name = UUIDv7(event.after).map(page.people.name(of:))
      return name.map { context.text(ja: "担当を\($0)にしました", en: "Assigned to \($0)") }
        ?? context.text(ja: "担当を外しました", en: "Assigned to nobody")
    case .tagged:
      let tags = event.after.split(separator: ";").joined(
        separator: context.text(ja: "、", en: ", "))
      return tags.isEmpty
        ? context.text(ja: "タグを外しました", en: "Tags removed")
        : context.text(ja: "タグを「\(tags)」にしました", en: "Tagged “\(tags)”")
    case .noted: return context.text(ja: "メモを残しました", en: "Wrote a note")
    case .replyDrafted: return context.text(ja: "回答の下書きを保存しました", en: "Saved a draft of the reply")
    case .replyReleased: return context.text(ja: "回答を公開しました", en: "Released the reply")
    case .replyWithdrawn: return context.text(ja: "回答の公開を取り消しました", en: "Withdrew the reply")
    case .merged:
      return context.text(ja: "#\(event.after)に統合しました", en: "Merged into #\(event.after)")
    case .split:
      return context.text(ja: "#\(event.before)との統合を解きました", en: "Split from #\(event.before)")
    case .erased: return context.text(ja: "本文を消去しました", en: "Erased the texts")
    }
  }

  private func state(_ code: String) -> String {
    page.definition.state(code)?.name[context.language] ?? code
  }
}
