public import YuiText

/// A whole page: the frame of its site around a heading and the content.
///
/// Names come as texts in languages, so that each is marked with the one it is told in: a service
/// may have a name in Japanese alone, also on a page in another language.
///
/// ```swift
/// let page = Page(
///   service.name, in: frame, breadcrumbs: [PageLink(module.name, "/reviews")]
/// ) {
///   p { "結果を公表しています。" }
/// }
/// page.markup.bytes   // the document, ready to send
/// ```
public struct Page: Component {
  /// How wide the content may grow.
  public enum Width: String, Sendable {
    /// A comfortable line of text; for forms and articles.
    case reading
    /// The whole width; for lists, tables and dashboards.
    case wide
  }

  /// The frame of the site.
  public var frame: SiteFrame
  /// The heading of the page, and its name in the browser.
  public var title: LocalizedText
  /// A short line above the heading, of one piece or more: the department, the kind of thing.
  public var shoulder: [LocalizedText]
  /// A sentence or two below the heading.
  public var lead: LocalizedText?
  /// The pages above this one, without the home page and this page itself.
  public var breadcrumbs: [PageLink]
  /// Relations that only programs see.
  public var headLinks: [HeadLink]
  /// What is said before anything else: a notification banner or an error summary.
  public var alert: HTML
  /// Whether a form came back with errors, which the name in the browser then says.
  public var hasErrors: Bool
  /// How wide the content may grow.
  public var width: Width
  /// The content below the heading.
  public var content: HTML

  /// Creates a page.
  public init(
    _ title: LocalizedText, in frame: SiteFrame, shoulder: [LocalizedText] = [],
    lead: LocalizedText? = nil, breadcrumbs: [PageLink] = [], headLinks: [HeadLink] = [],
    alert: HTML = HTML(),
    hasErrors: Bool = false, width: Width = .wide, @HTMLBuilder content: () -> HTML
  ) {
    self.title = title
    self.frame = frame
    self.shoulder = shoulder
    self.lead = lead
    self.breadcrumbs = breadcrumbs
    self.headLinks = headLinks
    self.alert = alert
    self.hasErrors = hasErrors
    self.width = width
    self.content = content()
  }

  /// The document.
  public var markup: HTML {
    html(
      .lang(language),
      .class(frame.isBare ? "is-bare" : frame.account?.isStaff == true ? "is-staff" : nil)
    ) {
      head
      body {
        if !frame.isBare {
          a(.class("skip-link"), .href("#main")) { Wording.skipToMain[language] }
          frame.header
          if !isHome { trail }
        }
        main(.id("main"), .class("page page--\(width.rawValue)"), .tabindex(-1)) {
          // The band of the home page reaches up to the menu.
          if isHome { heading }
          if !alert.isEmpty { div(.class("page__alert")) { alert } }
          if !isHome { heading }
          content
        }
        if !frame.isBare { frame.footer }
      }
    }
  }

  private var language: Language { frame.language }

  /// The page named like its site is the home page: it has no trail and a larger heading.
  private var isHome: Bool { title == frame.siteName }

  private var documentTitle: String {
    let name = (isHome ? [title] : [title, frame.siteName])
      .map { RubyText($0[language]).plain }.joined(separator: Wording.titleSeparator[language])
    return hasErrors ? Wording.errorTitle[language] + name : name
  }

  private var head: HTML {
    YuiHTML.head {
      meta(.charset("utf-8"))
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      meta(.name("color-scheme"), .content("light dark"))
      if frame.account != nil { meta(.name("robots"), .content("noindex")) }
      YuiHTML.title { documentTitle }
      link(.rel("stylesheet"), .href(frame.assets.stylesheet))
      link(.rel("icon"), .href(frame.assets.icon), .type("image/svg+xml"))
      for item in frame.languageLinks where item.language != language {
        link(.rel("alternate"), .hreflang(item.language), .href(item.address))
      }
      for item in headLinks {
        link(
          .rel(item.relation), .href(item.address), .type(item.mediaType), .title(item.title))
      }
      script(.src(frame.assets.script), .deferred())
    }
  }

  private var heading: HTML {
    hgroup(.class(isHome ? "page-heading page-heading--home" : "page-heading")) {
      if !shoulder.isEmpty { p(.class("page-heading__shoulder")) { shoulderText } }
      h1 { HTML(title, in: language) }
      if let lead { p(.class("page-heading__lead")) { HTML(lead, in: language) } }
    }
  }

  @HTMLBuilder private var shoulderText: HTML {
    for (index, piece) in shoulder.enumerated() {
      if index > 0 { Wording.pieceSeparator[language] }
      HTML(piece, in: language)
    }
  }

  private var trail: HTML {
    nav(.class("breadcrumbs"), .aria("labelledby", "breadcrumbs-label")) {
      span(.id("breadcrumbs-label"), .class("visually-hidden")) { Wording.here[language] }
      ol {
        for item in [PageLink(Wording.home, frame.home)] + breadcrumbs {
          li {
            a(.href(item.address)) { HTML(item.label, in: language) }
            Icon.chevronRight.markup
          }
        }
        li { span(.aria("current", "page")) { HTML(title, in: language) } }
      }
    }
  }
}
