import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The moves of one case that need more than a button: words, or a page of their own.
struct MoveForms: Component {
  /// The field of the reason of a move.
  static func field(of state: String) -> String { "reason-\(state)" }

  let page: CasePage
  let moves: [CaseMove]

  private var context: RequestContext { page.context }

  @HTMLBuilder var markup: HTML {
    for move in moves {
      if let path = move.page {
        p { LinkButton(move.name[context.language], "\(page.path)/\(path)", size: .small).markup }
      } else if let reason = move.reason {
        form(move, reason)
      }
    }
  }

  private func form(_ move: CaseMove, _ reason: CaseReason) -> HTML {
    let field = Self.field(of: move.to)
    return details(.class("disclosure"), .open(page.entry.isWrong(field))) {
      summary {
        move.name[context.language]
        Icon.chevronDown.markup
      }
      YuiHTML.form(
        .method("post"), .action("\(page.definition.path)/cases"), .class("form")
      ) {
        context.antiForgeryField
        input(.type("hidden"), .name("case"), .value("\(page.item.number)"))
        input(.type("hidden"), .name("back"), .value(page.here))
        FormField(
          field, label: reason.name[context.language], language: context.language,
          support: reason.readers == .applicant
            ? context.text(ja: "申請者にも表示されます。", en: "The applicant reads this, too.")
            : context.text(ja: "職員だけが読めます。", en: "Only staff reads this."),
          error: page.entry.errors.message(for: field),
          control: .textArea(page.entry.text(field), limit: CaseReason.longest, rows: 4))
        Button(
          move.name[context.language], style: .outline, size: .medium, name: "action",
          value: "move:\(move.to)", question: move.question?[context.language])
      }
    }
  }
}
