public import YuiHTML
public import YuiStorage
public import YuiText

/// What the server needs of a tenant.
public final class Site: Sendable {
  /// The tenant's key, which stands for it in the log.
  public let key: String
  /// The tenant's name.
  public let name: LocalizedText
  /// The address under which the public reaches it, without a slash at the end.
  public let publicURL: String
  /// The tenant's database.
  public let store: Store
  /// Who its accounts and tokens are.
  public let authenticator: any Authenticator
  /// The entries of its menus.
  public let navigation: [NavigationItem]
  /// What stands above each of its pages, such as that its data are samples.
  public let notice: LocalizedText?
  /// The routes, as given.
  public let routes: [Route]
  let router: Router
  let signInPath: LocalTarget
  let problemPage: @Sendable (HTTPProblem, Language, String) -> HTML

  /// Describes a site; its table of routes is built here.
  ///
  /// `problemPage` shows a problem in a language, with the id of the request.
  public init(
    key: String, name: LocalizedText, publicURL: String, store: Store, routes: [Route],
    authenticator: any Authenticator = NoAuthenticator(), navigation: [NavigationItem] = [],
    notice: LocalizedText? = nil, signInPath: LocalTarget = "/staff/login",
    problemPage: (@Sendable (HTTPProblem, Language, String) -> HTML)? = nil
  ) {
    self.key = key
    self.name = name
    self.publicURL = publicURL
    self.store = store
    self.routes = routes
    self.authenticator = authenticator
    self.navigation = navigation
    self.notice = notice
    self.signInPath = signInPath
    self.problemPage =
      problemPage ?? { problem, language, requestID in
        ProblemPage.page(
          problem, in: SiteFrame(language: language, siteName: name, assets: .embedded),
          requestID: requestID)
      }
    router = Router(routes)
  }
}

extension Site {
  /// An entry of a menu.
  public struct NavigationItem: Sendable {
    /// The words of the link.
    public let title: LocalizedText
    /// Where it leads.
    public let path: String
    /// Who sees it in the staff menu; `nil` for the public menu.
    public let permission: Permission?
    /// Which entries it stands with, such as the name of a module; `nil` for none.
    public let section: LocalizedText?

    /// Creates an entry.
    public init(
      _ title: LocalizedText, path: String, permission: Permission? = nil,
      section: LocalizedText? = nil
    ) {
      self.title = title
      self.path = path
      self.permission = permission
      self.section = section
    }
  }
}
