import YuiStorage
import YuiText

/// What a request shows of its sender, and who that is.
struct Identity: Sendable {
  enum Credential: Sendable {
    case none
    case bearer
    case cookie(sessionToken: SecretToken)
  }

  var principal: Principal?
  var session: Session?
  var credential = Credential.none

  var antiForgeryToken: String? {
    if case .cookie(let token) = credential { AntiForgery.token(for: token) } else { nil }
  }

  /// Looks at the credentials of a request as far as its route does.
  ///
  /// Throws a 401 for a bearer token that isn't valid: a program shall hear of it.
  static func of(
    _ request: Request, route: Route, site: Site, now: Timestamp, in snapshot: Snapshot
  ) throws -> Identity {
    if route.access == .anyone { return Identity() }
    if let field = request.headers["authorization"] {
      guard
        let token = bearerToken(field),
        let principal = try site.authenticator.principal(token: token, in: snapshot)
      else { throw HTTPProblem.invalidToken }
      return Identity(principal: principal, credential: .bearer)
    }
    guard
      let token = SessionCookie.token(of: request),
      !route.isForPrograms || AntiForgery.presents(request, sessionToken: token),
      let session = try SessionStore.session(token: token, now: now, in: snapshot),
      let principal = try site.authenticator.principal(session: session, in: snapshot)
    else { return Identity() }
    return Identity(
      principal: principal, session: session, credential: .cookie(sessionToken: token))
  }

  static func bearerToken(_ field: String) -> String? {
    let parts = field.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1])
  }
}

extension HTTPProblem {
  /// 401 for programs that show nothing.
  static let tokenNeeded = HTTPProblem(
    status: 401, headers: ["WWW-Authenticate": "Bearer"])
  /// 401 for a token that isn't valid.
  static let invalidToken = HTTPProblem(
    status: 401,
    detail: .init(ja: "トークンが正しくないか、失効しています。", en: "The token is unknown, expired or revoked."),
    headers: ["WWW-Authenticate": "Bearer error=\"invalid_token\""])
}
