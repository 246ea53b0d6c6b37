import YuiHTML
import YuiText
import YuiWeb

/// The page of a kiosk: nothing but the questions, in steps that the script shows one by one.
struct KioskPage {
  let context: RequestContext
  let service: ReviewedService
  let placeCode: String
  let place: ReviewPlace?
  let questions: QuestionSet
  var draft = ReviewDraft()
  var problems = ReviewProblems()

  private var language: Language { context.language }
  private var path: String { "/reviews/\(service.slug)/kiosk" }
  private var query: String {
    placeCode.isEmpty ? "" : "?place=\(PercentCoding.encode(placeCode))"
  }

  var response: Response {
    .page(
      document {
        if service.status == .closed {
          p(.class("kiosk__lead")) { KioskWording.closed[language] }
        } else {
          form
          thanks(isHidden: true)
          p(.class("kiosk__idle"), .role("status"), .data("kiosk-idle", "")) {}
          p(.class("kiosk__kept"), .data("kiosk-kept", KioskWording.kept[language])) {}
        }
      }, status: problems.isEmpty ? 200 : 422)
  }

  /// Where a form without script ends.
  var thanks: Response { .page(document { thanks(isHidden: false) }) }

  private func document(@HTMLBuilder content: () -> HTML) -> HTML {
    html(.lang(language)) {
      head {
        meta(.charset("utf-8"))
        meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
        meta(.name("color-scheme"), .content("light dark"))
        meta(.name("robots"), .content("noindex"))
        title { name + " | " + context.site.name[language] }
        link(.rel("stylesheet"), .href(Asset.url("site.css")))
        link(.rel("icon"), .href(Asset.url("favicon.svg")), .type("image/svg+xml"))
        for name in ["site.js", "kiosk.js"] { script(.src(Asset.url(name)), .deferred()) }
      }
      body(.class("kiosk")) {
        header(.class("kiosk__head")) {
          p(.class("kiosk__owner")) { HTML(context.site.name, in: language) }
          languages
        }
        main(.id("main"), .class("kiosk__stage")) {
          h1(.class("kiosk__name")) {
            HTML(service.name, in: language)
            if let place {
              language.isJapanese ? "　" : ", "
              HTML(place.name, in: language)
            }
          }
          content()
        }
      }
    }
  }

  private var name: String {
    [service.name[language], place?.name[language] ?? ""].filter { !$0.isEmpty }
      .joined(separator: language.isJapanese ? "　" : ", ")
  }

  private var languages: HTML {
    nav(.class("kiosk__languages"), .aria("label", "Language")) {
      ul {
        for other in Language.allCases {
          li {
            a(
              .href(
                path + (query.isEmpty ? "?" : query + "&") + "lang=\(other.rawValue)"),
              .lang(other), .hreflang(other),
              .when(other == language, .aria("current", "true"))
            ) { other.ownName }
          }
        }
      }
    }
  }

  private var form: HTML {
    YuiHTML.form(
      .method("post"), .action(path + query), .class("kiosk__form"), .autocomplete("off"),
      .novalidate(), .data("kiosk", "/api/reviews/services/\(service.slug)/responses"),
      .data("home", path + (query.isEmpty ? "?" : query + "&") + "lang=ja"),
      .data("missing", KioskWording.missing[language]), .data("soon", KioskWording.idle[language])
    ) {
      input(.type("hidden"), .name("place"), .value(placeCode))
      for (kind, question) in questions.askedQuestions {
        step(kind, question)
      }
      div(.class("kiosk__actions")) {
        kioskButton(KioskWording.back, "back")
        kioskButton(KioskWording.next, "next")
        button(.type("submit"), .class("button button--solid button--large")) {
          HTML(RubyText(KioskWording.send[language]))
        }
      }
      p(.class("kiosk__alert"), .role("alert"), .data("kiosk-alert", "")) {
        problems.all.map { $0.message[language] }.joined(separator: " ")
      }
    }
  }

  private func step(_ kind: QuestionKind, _ question: Question) -> HTML {
    div(.class("kiosk__step"), .data("kiosk-step", kind.rawValue)) {
      QuestionField(
        kind: kind, question: question, reasons: questions.reasons, language: language,
        draft: draft)
    }
  }

  /// Shown by the script alone.
  private func kioskButton(_ words: LocalizedText, _ action: String) -> HTML {
    button(
      .type("button"),
      .class("button button--\(action == "next" ? "solid" : "outline") button--large"),
      .data("kiosk-action", action), .hidden()
    ) { HTML(RubyText(words[language])) }
  }

  private func thanks(isHidden: Bool) -> HTML {
    div(.class("kiosk__thanks"), .data("kiosk-thanks", ""), .tabindex(-1), .hidden(isHidden)) {
      SVG.svg(.class("kiosk__face"), .viewBox(RatingFace.box), .aria("hidden", "true")) {
        RatingFace.shapes(5)
      }
      h2 { KioskWording.thanks[language] }
      p { HTML(RubyText(KioskWording.thanksMore[language])) }
      a(
        .class("button button--outline button--large"), .href(path + query),
        .data("kiosk-again", "")
      ) { HTML(RubyText(KioskWording.startAgain[language])) }
    }
  }
}
