public import YuiText

/// A message about the whole page: what was done, what went wrong, what to know.
public struct NotificationBanner: Component {
  /// What kind of message it is, told by colour, shape and word.
  public enum Kind: String, Sendable {
    /// Something was done.
    case success
    /// Something failed.
    case error
    /// Something asks for care.
    case warning
    /// Something is good to know.
    case information
  }

  private let kind: Kind
  private let title: String
  private let date: CalendarDate?
  private let language: Language
  private let content: HTML

  /// Creates a banner; the title is a sentence without a full stop.
  public init(
    _ kind: Kind, _ title: String, date: CalendarDate? = nil, language: Language,
    @HTMLBuilder content: () -> HTML = { HTML() }
  ) {
    self.kind = kind
    self.title = title
    self.date = date
    self.language = language
    self.content = content()
  }

  /// The banner.
  public var markup: HTML {
    section(.class("banner banner--\(kind.rawValue)")) {
      div(.class("banner__head")) {
        icon
        h2(.class("banner__title")) { title }
      }
      if let date { p(.class("banner__date")) { DateText(date, language: language) } }
      if !content.isEmpty { div(.class("banner__body")) { content } }
    }
  }

  private var icon: HTML {
    switch kind {
    case .success: Icon.success.named(Wording.success[language])
    case .error: Icon.error.named(Wording.error[language])
    case .warning: Icon.warning.named(Wording.warning[language])
    case .information: Icon.information.named(Wording.information[language])
    }
  }
}
