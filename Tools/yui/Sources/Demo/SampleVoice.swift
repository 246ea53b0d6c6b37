import YuiStorage
import YuiText

/// A made-up comment that staff published with a reply.
struct SampleVoice {
  let id: UUIDv7
  let at: Timestamp
  let reply: String
  private let service: String
  private let score: Int
  private let comment: String

  private init(
    _ service: String, score: Int, daysAgo: Int, before today: CalendarDate, _ comment: String,
    reply: String
  ) {
    at = today.adding(days: -daysAgo).start.adding(seconds: 11 * 3600)
    id = UUIDv7(at: at, filledFrom: Array(comment.utf8.reversed()))
    (self.service, self.score) = (service, score)
    (self.comment, self.reply) = (comment, reply)
  }

  /// Three days later.
  var repliedAt: Timestamp { at.adding(seconds: 3 * 86400) }

  /// The response that it was written in.
  var row: [String] {
    [
      service, "\(score)", "", comment, "web", "", at.rfc3339, "", "", "", "", id.description,
    ]
  }

  static func all(_ today: CalendarDate) -> [SampleVoice] {
    [
      SampleVoice(
        "general-counter", score: 2, daysAgo: 150, before: today,
        "【見本】どの窓口に並べばよいのか分からず、2回並び直しました。",
        reply: "【見本】ご不便をおかけしました。入口に案内係を置き、ご用件に合う窓口をお伝えするようにします。"),
      SampleVoice(
        "general-counter", score: 5, daysAgo: 60, before: today,
        "【見本】入口で用件を聞いてもらえたので、迷わず済みました。",
        reply: "【見本】ありがとうございます。案内係は今後も続けます。"),
      SampleVoice(
        "nursery-application", score: 1, daysAgo: 20, before: today,
        "【見本】申請の途中で保存できず、最初から入力し直しました。",
        reply: "【見本】申し訳ありません。途中で保存できるように、12月に改修します。"),
      SampleVoice(
        "residence-certificate", score: 4, daysAgo: 40, before: today,
        "【見本】早く受け取れました。手数料もスマートフォンで払えるとよいです。",
        reply: "【見本】ご提案ありがとうございます。キャッシュレス決済の導入を検討しています。"),
    ]
  }
}
