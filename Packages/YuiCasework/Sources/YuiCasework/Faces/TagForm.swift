import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// Gives cases a tag or takes it away.
struct TagForm: Component {
  /// The name by which errors lead to it: "tag" is that of the filter of a list.
  static let field = "case-tag"

  let tags: [String]
  let entry: CaseEntry
  let context: RequestContext

  var markup: HTML {
    div(.class("inline-form")) {
      label(.for(FormField.id(of: Self.field))) { context.text(ja: "タグ", en: "Tag") }
      input(
        .id(FormField.id(of: Self.field)), .name("tag"), .type("text"),
        .class("text-box text-box--small"), .list("case-tags"), .autocomplete("off"),
        .value(entry.text("tag")),
        .when(entry.isWrong(Self.field), .aria("invalid", "true")))
      datalist(.id("case-tags")) {
        for tag in tags { option(.value(tag)) }
      }
      Button(context.text(ja: "付ける", en: "Add"), size: .small, name: "action", value: "tag")
      Button(
        context.text(ja: "外す", en: "Remove"), style: .text, size: .small, name: "action",
        value: "untag")
    }
  }
}
