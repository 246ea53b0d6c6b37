import YuiHTML
import YuiQRCode
import YuiText

/// A card of paper with the questions of a set: boxes to tick, lines to write on, black on white.
struct PaperCard {
  let municipality: LocalizedText
  let service: ReviewedService
  let place: ReviewPlace?
  let questions: QuestionSet
  let address: String
  let language: Language

  func picture() throws -> HTML {
    let code = try QRCode(address, correction: .quartile)
    return div(.class("paper-card"), .lang(language)) {
      div(.class("paper-card__head")) {
        div {
          p(.class("paper-card__owner")) { HTML(municipality, in: language) }
          p(.class("paper-card__name")) { HTML(service.name, in: language) }
          if let place { p(.class("paper-card__place")) { HTML(place.name, in: language) } }
        }
        SVG.svg(
          .class("paper-card__code"), .viewBox("0 0 \(code.side) \(code.side)"), .role("img"),
          .aria("label", address)
        ) {
          SVG.rect(.width("\(code.side)"), .height("\(code.side)"), .fill("#fff"))
          SVG.path(.d(code.path), .fill("#000"), .shapeRendering("crispEdges"))
        }
      }
      for (kind, question) in questions.askedQuestions {
        div(.class("paper-card__question paper-card__question--\(kind.rawValue)")) {
          p(.class("paper-card__label")) { HTML(question.label, in: language) }
          answers(to: kind)
        }
      }
    }
  }

  private func answers(to kind: QuestionKind) -> HTML {
    switch kind {
    case .score: faces
    case .goal: boxes(Goal.allCases.map { HTML($0.words, in: language) })
    case .ease, .clarity: boxes((1...5).map { HTML("\($0)") })
    case .nps: boxes((0...10).map { HTML("\($0)") })
    case .reasons: boxes(questions.reasons.map { HTML($0.label, in: language) })
    case .comment: div(.class("paper-card__lines"))
    }
  }

  private var faces: HTML {
    ul(.class("paper-card__faces")) {
      for score in Score.allCases {
        li {
          SVG.svg(.class("paper-card__face"), .viewBox(RatingFace.box), .aria("hidden", "true")) {
            RatingFace.shapes(score.rawValue)
          }
          span(.class("paper-card__score")) { "\(score.rawValue)" }
          span { HTML(score.words, in: language) }
        }
      }
    }
  }

  private func boxes(_ words: [HTML]) -> HTML {
    ul(.class("paper-card__boxes")) {
      for word in words {
        li {
          span(.class("paper-card__box"))
          word
        }
      }
    }
  }
}
