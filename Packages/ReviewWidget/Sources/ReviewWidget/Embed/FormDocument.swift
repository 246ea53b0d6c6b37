import YuiText
import YuiWeb

/// A form as the widget asks for it: every text in the reader's language, and its own where it
/// comes in another.
struct FormDocument: Encodable {
  /// A text with the readings of its words (`{窓口|まどぐち}`).
  struct Text: Encodable {
    let text: String
    /// The language of the text, where it isn't the document's.
    let lang: String?

    init(_ text: LocalizedText, _ language: Language) {
      let spoken = text.spokenLanguage(in: language)
      self.text = text[spoken]
      lang = spoken == language ? nil : spoken.rawValue
    }
  }

  struct Option: Encodable {
    let value: String
    let label: Text
    /// The scores beside which a reason is offered.
    let scores: [Int]?
  }

  struct Item: Encodable {
    let kind: String
    let label: Text
    let support: Text?
    /// The ends of a scale, or the most characters of a text.
    let min: Int?
    let max: Int?
    let options: [Option]?
  }

  let slug: String
  let name: Text
  let lang: String
  let open: Bool
  let questions: [Item]
  let words: [String: Text]

  init(
    _ service: ReviewedService, _ questions: QuestionSet, _ settings: ReviewSettings,
    ending: Ending?, in language: Language
  ) {
    slug = service.slug.description
    name = Text(service.name, language)
    lang = language.rawValue
    open = service.status == .open
    self.questions =
      open
      ? questions.askedQuestions.map { Self.item($0, $1, questions.reasons, language) } : []
    var words = Self.words
    words["intro"] = ending?.words
    if !settings.thanksJa.isEmpty {
      words["use"] = LocalizedText(ja: settings.thanksJa, en: settings.thanksEn)
    }
    self.words = words.mapValues { Text($0, language) }
  }

  private static func item(
    _ kind: QuestionKind, _ question: Question, _ reasons: [ReasonOption], _ language: Language
  ) -> Item {
    let (low, high): (Int?, Int?) =
      switch kind {
      case .score, .ease, .clarity: (1, 5)
      case .nps: (0, 10)
      case .comment: (nil, ReviewContent.longestComment)
      case .goal, .reasons: (nil, nil)
      }
    let options: [Option]? =
      switch kind {
      case .score:
        Score.allCases.map {
          Option(value: "\($0.rawValue)", label: Text($0.tileWords, language), scores: nil)
        }
      case .goal:
        Goal.allCases.map {
          Option(value: $0.rawValue, label: Text($0.words, language), scores: nil)
        }
      case .reasons:
        reasons.map {
          Option(value: $0.value, label: Text($0.label, language), scores: $0.scores)
        }
      case .ease, .clarity, .nps, .comment: nil
      }
    return Item(
      kind: kind.rawValue, label: Text(question.label, language),
      support: question.support[.ja].isEmpty ? nil : Text(question.support, language),
      min: low, max: high, options: options)
  }

  private static let words: [String: LocalizedText] = [
    "title": FormWording.title, "send": FormWording.send, "privacy": FormWording.privacy,
    "closed": FormWording.closed, "thanks": FormWording.thanks, "received": FormWording.received,
    "use": FormWording.use, "required": WidgetWording.required,
    "optional": WidgetWording.optional, "choose": WidgetWording.choose,
    "tooLong": WidgetWording.tooLong, "sending": WidgetWording.sending,
    "queued": WidgetWording.queued, "failed": WidgetWording.failed,
    "close": WidgetWording.close, "invite": WidgetWording.invite,
  ]
}
