import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// Notes that only staff reads.
struct CaseNotesSection: Component {
  let page: CasePage

  private var context: RequestContext { page.context }

  @HTMLBuilder var markup: HTML {
    if !page.notes.isEmpty || page.mayWork {
      section(.class("panel")) {
        h2 { context.text(ja: "職員のメモ（非公開）", en: "Notes of staff (private)") }
        for note in page.notes {
          article(.class("case-note")) {
            p(.class("quote")) { note.text }
            p(.class("note")) { "\(note.author) \(note.writtenAt.text(context.language))" }
          }
        }
        if page.mayWork {
          form(.method("post"), .action("\(page.path)/notes"), .class("form")) {
            context.antiForgeryField
            input(.type("hidden"), .name("back"), .value(page.here))
            FormField(
              "note", label: context.text(ja: "メモを書く", en: "Write a note"),
              language: context.language, need: .unmarked,
              error: page.entry.errors.message(for: "note"),
              control: .textArea(page.entry.text("note"), limit: CaseNote.longest, rows: 3))
            Button(context.text(ja: "メモを残す", en: "Keep the note"), size: .medium)
          }
        }
      }
    }
  }
}
