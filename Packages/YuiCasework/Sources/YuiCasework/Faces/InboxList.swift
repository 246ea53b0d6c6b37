import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The cases of a page, each with a box to tick.
struct InboxList: Component {
  let page: InboxPage

  private var context: RequestContext { page.context }

  var markup: HTML {
    ol(.class("cases")) {
      for item in page.page.cases { row(item) }
    }
  }

  private func row(_ item: Case) -> HTML {
    let subject = page.subjects[item.subject]
    let text = subject?.text ?? ""
    let address = page.filter.address(
      "\(page.definition.path)/cases/\(item.number)", me: page.me)
    return li(.class("case"), .data("case", "\(item.number)"), .data("state", item.state)) {
      if page.mayWork {
        label(.class("case__tick")) {
          input(
            .type("checkbox"), .class("choice__box"), .name("case"), .value("\(item.number)"),
            .checked(page.entry.isChosen(item.number)))
          span(.class("visually-hidden")) {
            context.text(ja: "\(item.number)番を選択", en: "Choose number \(item.number)")
          }
        }
      }
      div(.class("case__main")) {
        p(.class("case__text")) {
          a(.class("case__link"), .href(address), .lang(subject?.language)) {
            text.isEmpty ? context.text(ja: "（本文なし）", en: "(no text)") : text
          }
        }
        div(.class("case__facts")) {
          CaseLabels(item: item, definition: page.definition, context: context).markup
          subject?.facts
          for tag in item.tags { span(.class("tag")) { tag } }
        }
        p(.class("case__origin")) { origin(of: item) }
      }
    }
  }

  @HTMLBuilder private func origin(of item: Case) -> HTML {
    let dot = context.text(ja: " ・ ", en: " · ")
    "#\(item.number)\(dot)"
    HTML(page.topics.name(of: item.topic), in: context.language)
    dot
    time(.datetime(item.receivedAt.rfc3339)) { item.receivedAt.text(context.language) }
    if let assignee = item.assignee {
      "\(dot)\(context.text(ja: "担当：", en: "assigned to "))\(page.people.name(of: assignee))"
    }
  }
}
