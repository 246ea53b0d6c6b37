import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// What the state of a case is, in a few labels.
struct CaseLabels: Component {
  let item: Case
  let definition: CaseDefinition
  let context: RequestContext

  @HTMLBuilder var markup: HTML {
    if let state = definition.state(item.state) {
      ChipLabel(state.name[context.language], color: state.color, isFilled: true)
    }
    if let target = item.mergedInto {
      ChipLabel(context.text(ja: "#\(target)に統合", en: "Merged into #\(target)"))
    }
    if let due = item.dueOn, due < context.now.date {
      ChipLabel(context.text(ja: "期限超過", en: "Overdue"), color: .red)
    }
    switch item.reply {
    case .none: HTML()
    case .draft: ChipLabel(context.text(ja: "回答下書きあり", en: "Reply drafted"), color: .yellow)
    case .released: ChipLabel(context.text(ja: "回答公開済", en: "Reply released"), color: .green)
    }
  }
}
