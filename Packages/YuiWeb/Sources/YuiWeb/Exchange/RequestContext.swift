public import YuiText

/// A request together with what the server knows about it.
public struct RequestContext: Sendable {
  /// What is asked.
  public internal(set) var request: Request
  /// The tenant that is asked.
  public let site: Site
  /// Who asks; `nil` for the public.
  public let principal: Principal?
  /// The browser session, where a cookie authenticated the request.
  public let session: Session?
  /// The language to answer in.
  public let language: Language
  /// When the request arrived.
  public let now: Timestamp
  /// The id that names this request in the log and in problems.
  public let requestID: String
  /// What forms of signed-in people carry in the field `_token`; `nil` without a session.
  public let antiForgeryToken: String?
  /// What stands between a public form and its store.
  public let formGuard: FormGuard

  init(
    request: Request, site: Site, identity: Identity, language: Language, now: Timestamp,
    requestID: String, formGuard: FormGuard
  ) {
    self.formGuard = formGuard
    self.request = request
    self.site = site
    principal = identity.principal
    session = identity.session
    self.language = language
    self.now = now
    self.requestID = requestID
    antiForgeryToken = identity.antiForgeryToken
  }

  /// Whether the caller is known and holds a permission.
  public func may(_ permission: Permission) -> Bool {
    principal?.may(permission) ?? false
  }

  /// This request as if it asked for another page of the site: a form that could not be taken is
  /// answered by the page it stood on, whose links are that page's.
  package func asking(for target: LocalTarget) -> RequestContext {
    let parts = target.text.utf8.split(separator: 0x3F, maxSplits: 1)
    guard let path = parts.first.flatMap(PathDecoder.decode),
      let query = Query(parsing: parts.dropFirst().first ?? "".utf8[...])
    else { return self }
    var asked = self
    asked.request.path = path
    asked.request.query = query
    return asked
  }
}
