import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// Chooses a person and gives cases to them.
struct AssignForm: Component {
  let people: CasePeople
  let chosen: String?
  let context: RequestContext

  var markup: HTML {
    div(.class("inline-form")) {
      label(.for("case-assignee")) { context.text(ja: "担当", en: "Assigned to") }
      select(.id("case-assignee"), .name("assignee")) {
        option(.value("")) { context.text(ja: "なし", en: "nobody") }
        for choice in people.choices(context) {
          option(.value(choice.value), .selected(choice.value == chosen)) { choice.label }
        }
      }
      Button(
        context.text(ja: "割り当てる", en: "Assign"), size: .small, name: "action", value: "assign")
      button(
        .class("button button--text button--small"), .type("submit"), .name("action"),
        .value("assign-me"), .data("key", "m"), .aria("keyshortcuts", "m")
      ) { context.text(ja: "自分が担当", en: "I take it") }
    }
  }
}
