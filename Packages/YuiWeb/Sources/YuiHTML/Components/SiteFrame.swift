public import YuiText

/// What the pages of a site share: its name, menus, languages, and who is signed in.
///
/// A service makes one frame for a request; each of its pages is put into it.
public struct SiteFrame: Sendable {
  /// Where the files of the design system are served.
  public struct Assets: Sendable, Hashable {
    /// The address of `site.css`.
    public var stylesheet: String
    /// The address of `site.js`.
    public var script: String
    /// The address of `favicon.svg`.
    public var icon: String

    /// Names the addresses, which are best different for each version of a file.
    public init(
      stylesheet: String = "/assets/site.css", script: String = "/assets/site.js",
      icon: String = "/assets/favicon.svg"
    ) {
      self.stylesheet = stylesheet
      self.script = script
      self.icon = icon
    }
  }

  /// Who is signed in.
  public struct Account: Sendable {
    /// The name shown.
    public var name: String
    /// The form that signs out, which holds its anti-forgery token.
    public var signOut: HTML
    /// Whether it is a member of staff, whose pages look their own way.
    public var isStaff: Bool

    /// Creates an account.
    public init(name: String, signOut: HTML, isStaff: Bool = true) {
      self.name = name
      self.signOut = signOut
      self.isStaff = isStaff
    }
  }

  /// The language of the page.
  public var language: Language
  /// The name of the municipality or site.
  public var siteName: LocalizedText
  /// Where the name of the site leads.
  public var home: String
  /// The main menu.
  public var navigation: [PageLink]
  /// The pages beside this one, below the entry of the main menu that it belongs to.
  public var localNavigation: [PageLink]
  /// The same page in each language it comes in; the page's own language among them.
  public var languageLinks: [LanguageLink]
  /// The links at the end of each page.
  public var footerLinks: [PageLink]
  /// Where the files of the design system are served.
  public var assets: Assets
  /// Who is signed in.
  public var account: Account?
  /// What stands above every page, such as that its data are samples.
  public var notice: HTML
  /// Whether the page stands inside another page or on a screen of its own: without header, trail
  /// and footer.
  public var isBare = false

  /// Creates a frame.
  public init(
    language: Language, siteName: LocalizedText, home: String = "/", navigation: [PageLink] = [],
    localNavigation: [PageLink] = [], languageLinks: [LanguageLink] = [],
    footerLinks: [PageLink] = [], assets: Assets = Assets(),
    account: Account? = nil, notice: HTML = HTML()
  ) {
    self.language = language
    self.siteName = siteName
    self.home = home
    self.navigation = navigation
    self.localNavigation = localNavigation
    self.languageLinks = languageLinks
    self.footerLinks = footerLinks
    self.assets = assets
    self.account = account
    self.notice = notice
  }
}
