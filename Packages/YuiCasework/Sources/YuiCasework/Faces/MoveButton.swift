import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// A button that moves cases, with its key.
struct MoveButton: Component {
  let move: CaseMove
  let context: RequestContext

  var markup: HTML {
    button(
      .class("button button--outline button--small"), .type("submit"), .name("action"),
      .value("move:\(move.to)"), .data("key", move.key.map(String.init)),
      .data("from", move.from.sorted().joined(separator: " ")),
      .data("confirm", move.question?[context.language]),
      .aria("keyshortcuts", move.key.map(String.init))
    ) { move.name[context.language] }
  }
}
