import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// Published comments with the replies to them, for the public.
struct PublishedCommentList: Component {
  let comments: [PublishedComment]
  let context: RequestContext

  var markup: HTML {
    ul(.class("voices")) {
      for comment in comments {
        li(.class("voice")) {
          blockquote(.class("quote"), .lang(comment.language)) { MaskedText(comment.text) }
          if let date = comment.date {
            p(.class("note")) { DateText(date, language: context.language) }
          }
          if let reply = comment.reply { answer(reply, on: comment.repliedOn) }
        }
      }
    }
  }

  private func answer(_ reply: String, on date: CalendarDate?) -> HTML {
    div(.class("voice__reply")) {
      p(.class("voice__from")) {
        strong { Self.replyName[context.language] }
        if let date {
          " "
          DateText(date, language: context.language)
        }
      }
      p(.class("quote"), .lang(.ja)) { reply }
    }
  }

  private static let replyName = LocalizedText(
    ja: "担当からの回答", en: "Reply", easy: "担当の人の答え", zhHans: "负责部门的回复", ko: "담당 부서의 답변",
    vi: "Trả lời của bộ phận phụ trách")
}
