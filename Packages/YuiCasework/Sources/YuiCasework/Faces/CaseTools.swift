import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// What can be done with the cases that are ticked.
struct CaseTools: Component {
  let definition: CaseDefinition
  let context: RequestContext
  let people: CasePeople
  let tags: [String]
  let states: Set<String>
  let entry: CaseEntry

  var markup: HTML {
    div(
      .class("case-tools"), .role("group"),
      .aria("label", context.text(ja: "選択した案件の操作", en: "What to do with the chosen cases"))
    ) {
      div(.class("case-tools__first")) {
        label(.class("case-tools__all"), .data("script", "all"), .hidden()) {
          input(.type("checkbox"), .class("choice__box"))
          span { context.text(ja: "すべて", en: "All") }
        }
        span(
          .class("case-tools__count"), .data("script", "count"), .role("status"),
          .data("words", context.text(ja: "{n}件選択中", en: "{n} chosen")))
        div(.class("case-tools__moves")) {
          for move in moves { MoveButton(move: move, context: context).markup }
        }
      }
      details(.class("disclosure case-tools__more"), .open(entry.isWrong(TagForm.field))) {
        summary {
          context.text(ja: "担当・タグ・統合", en: "Assign, tag, merge")
          Icon.chevronDown.markup
        }
        div(.class("case-tools__forms")) {
          AssignForm(people: people, chosen: nil, context: context).markup
          TagForm(tags: tags, entry: entry, context: context).markup
          Button(
            context.text(ja: "最も古い案件に統合", en: "Merge into the oldest"), size: .small,
            name: "action", value: "merge",
            question: context.text(
              ja: "選択した案件を、最も古い1件に統合します。よろしいですか。",
              en: "The chosen cases will be merged into the oldest of them. Go on?"))
        }
      }
    }
  }

  private var moves: [CaseMove] {
    definition.moves.filter { move in
      move.isPlain && !move.from.isDisjoint(with: states)
        && move.permission.map(context.may) ?? true
    }
  }
}
