import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What the staff front page shows of the reviews: the last few responses.
enum StaffSummary {
  static func markup(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML {
    let (responses, _) = try InboxQuery().page(in: snapshot)
    guard !responses.isEmpty else {
      return p { context.text(ja: "評価はまだ届いていません。", en: "No response has come yet.") }
    }
    let language = context.language
    return HTML([
      ResourceList(
        responses.prefix(5).map { response in
          ResourceList.Item(
            response.content.comment.isEmpty
              ? response.content.score.words[language]
              : String(response.content.comment.prefix(80)),
            aside: HTML(response.receivedAt.text(language))
          ) {
            ChipLabel(
              "\(response.content.score.rawValue) \(response.content.score.words[language])")
          }
        }
      ).markup,
      LinkButton(context.text(ja: "受信箱を開く", en: "Open the inbox"), "/staff/reviews").markup,
    ])
  }
}
