import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/services/{slug}/card`: the questions on a card of paper, in any language.
enum CardPrintPage {
  static func response(
    _ context: RequestContext, in source: some Queryable
  ) throws -> Response {
    let service = try context.service(in: source)
    let place = try context.request.query["place"].flatMap {
      try PlaceStore.place(named: $0, of: service, in: source)
    }
    let size = context.request.query["size"].flatMap(PaperSize.init) ?? .fourA6
    let language =
      context.request.query["card_language"].flatMap(Language.init(rawValue:)) ?? .ja
    let card = PaperCard(
      municipality: context.site.name, service: service, place: place,
      questions: try service.questions(in: source),
      address: context.siteAddress + ShortLinks.path(of: service, at: place), language: language)
    let one = try card.picture()
    return context.page(
      LocalizedText(ja: "回答用紙の印刷", en: "Print cards"),
      shoulder: [service.name],
      breadcrumbs: [
        PageLink(
          LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
          "/staff/reviews/services"),
        PageLink(
          LocalizedText(ja: "場所とポスター", en: "Places and posters"),
          "/staff/reviews/services/\(service.slug)/places"),
      ]
    ) {
      choice(of: language, size, place, service, context)
      PrintSheets(
        Array(repeating: one, count: size.perSheet), size: size, language: context.language)
    }
  }

  private static func choice(
    of language: Language, _ size: PaperSize, _ place: ReviewPlace?, _ service: ReviewedService,
    _ context: RequestContext
  ) -> HTML {
    form(
      .method("get"), .action("/staff/reviews/services/\(service.slug)/card"), .class("filters")
    ) {
      input(.type("hidden"), .name("place"), .value(place?.code.description))
      FormField(
        "card_language", label: context.text(ja: "用紙の言語", en: "Language of the card"),
        language: context.language, need: .unmarked,
        control: .select(
          Language.allCases.map { Choice($0) },
          selected: language.rawValue))
      FormField(
        "size", label: context.text(ja: "用紙", en: "Paper"), language: context.language,
        need: .unmarked,
        control: .select(
          PaperSize.allCases.map { Choice($0.rawValue, $0.name, in: context.language) },
          selected: size.rawValue))
      Button(context.text(ja: "表示", en: "Show"), style: .outline)
    }
  }
}
