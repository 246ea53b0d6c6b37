import YuiHTML
import YuiText

/// What goes on paper, a sheet after the other: as a preview on the screen, alone when printed.
struct PrintSheets: Component {
  private let items: [HTML]
  private let size: PaperSize
  private let language: Language

  init(_ items: [HTML], size: PaperSize, language: Language) {
    self.items = items
    self.size = size
    self.language = language
  }

  var markup: HTML {
    div(.class("sheets sheets--\(size.rawValue)")) {
      div(.class("sheets__tools")) {
        p { Self.help[language] }
        // Shown by the script, without which the browser's own menu prints.
        button(
          .type("button"), .class("button button--solid button--large"), .data("prints", ""),
          .hidden()
        ) { Self.print[language] }
      }
      for sheet in sheets {
        div(.class("sheet")) {
          for item in sheet { div(.class("sheet__part")) { item } }
        }
      }
    }
  }

  private var sheets: [ArraySlice<HTML>] {
    stride(from: 0, to: items.count, by: size.perSheet).map { first in
      items[first..<min(first + size.perSheet, items.count)]
    }
  }

  private static let print = LocalizedText(ja: "印刷する", en: "Print")
  private static let help = LocalizedText(
    ja: "用紙の大きさは自動で選ばれます。余白は「なし」、倍率は「100％」で印刷してください。",
    en: "The paper size is chosen for you. Print without margins, at 100 per cent.")
}
