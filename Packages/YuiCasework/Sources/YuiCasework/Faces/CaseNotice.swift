import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// What was just done, told on the page that follows.
struct CaseNotice: Component {
  let context: RequestContext
  let definition: CaseDefinition

  init(_ context: RequestContext, _ definition: CaseDefinition) {
    self.context = context
    self.definition = definition
  }

  @HTMLBuilder var markup: HTML {
    if let words {
      NotificationBanner(
        isNothingDone ? .warning : .success, words, language: context.language
      ) {
        if skipped > 0 {
          p {
            context.text(
              ja: "\(skipped)件は、いまの状態からはできないため、そのままです。",
              en: "\(skipped) stayed as they were: their state does not allow it.")
          }
        } else if let reason {
          p { reason }
        }
      }
    }
  }

  private func number(_ name: String) -> Int {
    context.request.query[name].flatMap { Int($0) } ?? 0
  }
  private var count: Int { number("n") }
  private var skipped: Int { number("skipped") }
  private var isNothingDone: Bool { count == 0 && context.request.query["done"] != "saved" }

  /// Why nothing was changed, where no state stood in the way.
  private var reason: String? {
    guard isNothingDone else { return nil }
    return switch context.request.query["done"] ?? "" {
    case "merge":
      context.text(
        ja: "統合するには、2件以上を選択してください。", en: "Choose two cases or more to merge them.")
    case let done where definition.state(done) != nil:
      context.text(ja: "すでにその状態です。", en: "It is in that state already.")
    default: nil
    }
  }

  private var words: String? {
    guard let done = context.request.query["done"] else { return nil }
    if done == "saved" { return context.text(ja: "保存しました", en: "Saved") }
    if done == "empty" {
      return context.text(ja: "本文がないため、保存していません", en: "There was no text to save")
    }
    if done == "none" {
      return context.text(ja: "案件が選択されていません", en: "No case was chosen")
    }
    guard count > 0 else { return context.text(ja: "変更した案件はありません", en: "No case was changed") }
    if let state = definition.state(done) {
      return context.text(
        ja: "\(count)件を「\(state.name[.ja])」にしました",
        en: "\(count) changed to “\(state.name[.en])”")
    }
    return switch done {
    case "assign": context.text(ja: "\(count)件の担当を変更しました", en: "\(count) assigned")
    case "tag": context.text(ja: "\(count)件のタグを変更しました", en: "\(count) tagged")
    case "merge": context.text(ja: "\(count)件を統合しました", en: "\(count) merged")
    default: nil
    }
  }
}
