import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The keys of the inbox, in a window that the script opens; without it there are no keys.
struct KeyHelp: Component {
  let definition: CaseDefinition
  let mayWork: Bool
  let context: RequestContext

  var markup: HTML {
    HTML([
      div(.class("key-help"), .data("script", "help"), .hidden()) {
        button(
          .class("button button--text button--small"), .type("button"), .data("opens", "keys"),
          .aria("keyshortcuts", "?")
        ) { context.text(ja: "キーボード操作（?）", en: "Keyboard (?)") }
      },
      dialog(.id("keys"), .class("dialog"), .aria("labelledby", "keys-title")) {
        h2(.id("keys-title")) { context.text(ja: "キーボード操作", en: "Keyboard") }
        dl(.class("keys")) {
          for (key, words) in rows {
            div {
              dt { kbd { key } }
              dd { words }
            }
          }
          for (key, words) in moves {
            div {
              dt { kbd { key } }
              dd(.data("move", key)) { words }
            }
          }
        }
        label(.class("choice")) {
          input(.type("checkbox"), .class("choice__box"), .data("script", "switch"))
          span { context.text(ja: "1文字のキー操作を使う", en: "Use single keys") }
        }
        form(.method("dialog")) {
          Button(context.text(ja: "閉じる", en: "Close"), size: .medium)
        }
      },
      p(
        .class("key-said"), .role("status"), .data("script", "said"),
        .data(
          "state",
          context.text(
            ja: "「{what}」は、いまの状態からはできません。",
            en: "“{what}” does not go from the state it is in.")),
        .data(
          "none",
          context.text(
            ja: "案件が選択されていません（jで次の案件へ）。", en: "No case was chosen (j goes to the next)."))),
      script(.src(Asset.url("inbox.js")), .deferred()),
    ])
  }

  private var rows: [(String, String)] {
    let looking = [
      ("j", context.text(ja: "次の案件", en: "Next case")),
      ("k", context.text(ja: "前の案件", en: "Previous case")),
      ("o", context.text(ja: "開く", en: "Open")),
      ("u", context.text(ja: "一覧へ戻る", en: "Back to the list")),
      ("/", context.text(ja: "検索", en: "Search")),
      ("?", context.text(ja: "この説明", en: "This help")),
    ]
    guard mayWork else { return looking }
    return looking + [
      ("x", context.text(ja: "選択する・外す", en: "Tick or untick")),
      ("m", context.text(ja: "自分が担当する", en: "Take it")),
      ("t", context.text(ja: "タグを付ける", en: "Tag")),
      ("n", context.text(ja: "メモを書く（案件の画面）", en: "Write a note (page of a case)")),
    ]
  }

  private var moves: [(String, String)] {
    guard mayWork else { return [] }
    return definition.moves.filter { $0.permission.map(context.may) ?? true }
      .compactMap { move in move.key.map { (String($0), move.name[context.language]) } }
  }
}
