import YuiHTML
import YuiText

/// What became of a site, the newest first: who changed what, when, and what was before.
struct SiteHistoryList: Component {
  let changes: [SiteChange]
  let language: Language

  var markup: HTML {
    ol(.class("history")) {
      for change in changes {
        li {
          if let fields = change.fields {
            for field in fields { p { words(for: field) } }
          } else {
            p { LocalizedText(ja: "登録しました", en: "It was entered")[language] }
          }
          p(.class("note")) {
            "\(change.who) \(change.at.text(language)) "
            HTML(change.source.name, in: language)
          }
        }
      }
    }
  }

  @HTMLBuilder private func words(for change: SiteChange.Field) -> HTML {
    strong {
      if let point = change.point {
        LocalizedText(ja: "アクセスポイント\(point) ", en: "Access point \(point), ")[language]
      }
      if change.point == nil || change.field != .accessPoint {
        HTML(change.field.name, in: language)
      }
    }
    LocalizedText(ja: "：", en: ": ")[language]
    if SiteField.ofHistory.contains(change.field), change.field != .accessPoint {
      // What was seen or said on a day has no state before it.
      SiteValue(change.field, change.after, language)
    } else {
      SiteValue(change.field, change.before, language)
      " → "
      SiteValue(change.field, change.after, language)
    }
  }
}
