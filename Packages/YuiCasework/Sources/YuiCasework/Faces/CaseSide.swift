import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What is known about a case and what can be done with it, beside its text.
struct CaseSide: Component {
  let page: CasePage

  private var context: RequestContext { page.context }
  private var item: Case { page.item }

  @HTMLBuilder var markup: HTML {
    if page.mayWork {
      moves
      MoveForms(page: page, moves: allowed.filter { !$0.isPlain }).markup
    }
    DescriptionList(facts)
    if page.mayWork { work }
    if !page.merged.isEmpty { merged }
    if let target = item.mergedInto { mergedInto(target) }
  }

  private var moves: HTML {
    form(.method("post"), .action("\(page.definition.path)/cases"), .class("case-side__moves")) {
      hidden
      for move in allowed where move.isPlain {
        MoveButton(move: move, context: context).markup
      }
    }
  }

  private var allowed: [CaseMove] {
    page.definition.moves(from: item.state).filter { $0.permission.map(context.may) ?? true }
  }

  private var work: HTML {
    HTML([
      form(.method("post"), .action("\(page.definition.path)/cases"), .class("case-side__form")) {
        hidden
        AssignForm(
          people: page.people, chosen: item.assignee?.description, context: context
        ).markup
      },
      form(.method("post"), .action("\(page.definition.path)/cases"), .class("case-side__form")) {
        hidden
        TagForm(tags: page.tags, entry: page.entry, context: context).markup
      },
    ])
  }

  @HTMLBuilder private var hidden: HTML {
    context.antiForgeryField
    input(.type("hidden"), .name("case"), .value("\(item.number)"))
    input(.type("hidden"), .name("back"), .value(page.here))
  }

  private var facts: [DescriptionList.Item] {
    let none = context.text(ja: "なし", en: "none")
    var facts = [
      DescriptionList.Item(
        context.text(ja: "受付", en: "Came in"), item.receivedAt.text(context.language)),
      DescriptionList.Item(
        context.text(ja: "担当", en: "Assigned to"),
        item.assignee.map(page.people.name(of:)) ?? none),
      DescriptionList.Item(context.text(ja: "タグ", en: "Tags")) {
        if item.tags.isEmpty { none }
        for tag in item.tags { span(.class("tag")) { tag } }
      },
    ]
    if let due = item.dueOn {
      facts.insert(
        DescriptionList.Item(context.text(ja: "期限", en: "Due")) {
          DateText(due, language: context.language)
        }, at: 1)
    }
    facts += ClockFacts(page.definition, stays: page.stays, language: context.language).items
    return facts
  }

  private var merged: HTML {
    section {
      h2(.class("case-side__title")) { context.text(ja: "統合した案件", en: "Merged cases") }
      ul(.class("cases")) {
        for other in page.merged { li(.class("case")) { mergedCase(other) } }
      }
    }
  }

  /// As in a list: the text leads to its own page.
  private func mergedCase(_ other: Case) -> HTML {
    let subject = page.subjects[other.subject]
    let text = subject?.text ?? ""
    return div(.class("case__main")) {
      p(.class("case__text")) {
        a(
          .class("case__link"), .href("\(page.definition.path)/cases/\(other.number)"),
          .lang(subject?.language)
        ) { text.isEmpty ? context.text(ja: "（本文なし）", en: "(no text)") : text }
      }
      div(.class("case__facts")) { subject?.facts }
      p(.class("case__origin")) {
        "#\(other.number) \(other.receivedAt.text(context.language))"
      }
    }
  }

  private func mergedInto(_ target: Int) -> HTML {
    HTML([
      p {
        a(.href("\(page.definition.path)/cases/\(target)")) {
          context.text(ja: "#\(target)に統合されています", en: "Merged into #\(target)")
        }
      },
      context.may(page.definition.permissions.work)
        ? form(.method("post"), .action("\(page.path)/split")) {
          hidden
          Button(context.text(ja: "統合を解く", en: "Split"), size: .small)
        } : HTML(),
    ])
  }
}
