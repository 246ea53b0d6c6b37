import YuiHTML
import YuiStorage
import YuiText

/// What staff answered in public to reports about a site, on the page of that site.
struct ReportReplies: Component {
  /// An answer of long ago says nothing about the site of today.
  private static let days: Int64 = 90
  private static let most = 3

  private let replies: [(text: String, on: CalendarDate)]
  private let language: Language

  init(
    about site: UUIDv7, at now: Timestamp, _ language: Language, in source: some Queryable
  ) throws {
    replies = try ReportStore.replies(
      about: site, since: now.adding(seconds: -Self.days * 86_400), limit: Self.most, in: source)
    self.language = language
  }

  @HTMLBuilder var markup: HTML {
    if !replies.isEmpty {
      section(.class("panel")) {
        h2 { HTML(ReportWording.news, in: language) }
        for reply in replies {
          p(.class("quote"), .lang(language == .ja ? nil : .ja)) { reply.text }
          p(.class("note")) { DateText(reply.on, language: language) }
        }
      }
    }
  }
}
