import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The inbox of what people wrote: how a response looks among the cases.
struct ReviewDesk: CaseDesk {
  let definition = ReviewCases.definition
  let title = LocalizedText(ja: "評価の受信箱", en: "Inbox of reviews")
  let topicName = LocalizedText(ja: "サービス", en: "Service")
  let rankName = LocalizedText(ja: "評価", en: "Score")

  var ranks: [(rank: Int, name: LocalizedText)] {
    Score.allCases.map { score in
      let words = score.words
      return (
        score.rawValue,
        LocalizedText(ja: "\(score.rawValue) \(words[.ja])", en: "\(score.rawValue) \(words[.en])")
      )
    }
  }

  func topics(_ context: RequestContext, in source: some Queryable) throws -> [Choice] {
    try ServiceStore.page(after: "", limit: 1000, in: source).map { service in
      Choice(service.slug.description, service.name, in: context.language)
    }
  }

  func subjects(
    _ ids: [String], _ context: RequestContext, in source: some Queryable
  ) throws -> [String: CaseSubject] {
    let responses = try ResponseStore.responses(ids.compactMap { UUIDv7($0) }, in: source)
    return Dictionary(
      responses.values.map { response in
        let view = ResponseView(response: response, context: context)
        return (
          response.id.description,
          CaseSubject(
            text: response.content.comment, language: response.content.language,
            facts: view.facts, details: view.details)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
