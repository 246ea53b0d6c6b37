import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What the staff front page shows of the reviews: the last few responses.
enum StaffSummary {
  static func markup(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML {
    let (responses, _) = try ResponseQuery().page(in: snapshot)
    guard !responses.isEmpty else {
      return p { context.text(ja: "評価はまだ届いていません。", en: "No response has come yet.") }
    }
    let language = context.language
    let items = try responses.prefix(5).map { response in
      let content = response.content
      let service = try ServiceStore.service(response.service, in: snapshot)
      return ResourceList.Item(
        content.comment.isEmpty
          ? context.text(ja: "（記述なし）", en: "(no comment)") : String(content.comment.prefix(80)),
        aside: HTML(response.receivedAt.text(language))
      ) {
        ChipLabel("\(content.score.rawValue) \(content.score.words[language])")
        HTML(" ")
        HTML(
          service?.name ?? LocalizedText(everywhere: response.service.description), in: language)
      }
    }
    return HTML([
      ResourceList(items).markup,
      ButtonRow {
        LinkButton(context.text(ja: "受信箱を開く", en: "Open the inbox"), "/staff/reviews")
      }.markup,
    ])
  }
}
