import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// Gives cases a tag or takes it away.
struct TagForm: Component {
  let tags: [String]
  let context: RequestContext

  var markup: HTML {
    div(.class("inline-form")) {
      label(.for("case-tag")) { context.text(ja: "タグ", en: "Tag") }
      input(
        .id("case-tag"), .name("tag"), .type("text"), .class("text-box text-box--small"),
        .list("case-tags"), .autocomplete("off"))
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
