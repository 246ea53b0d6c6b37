import YuiStorage
import YuiText

extension Dispatcher {
  /// Finds out who calls, unless that is known, and checks that they may.
  func identify(_ call: inout Call) throws {
    guard call.identity == nil else { return }
    guard let site = call.site, let route = call.route else { throw HTTPProblem.notFound }
    if Self.isAnonymous(call.request, to: route) {
      call.identity = Identity()
    } else {
      let asked = call
      call.identity = try site.store.read { try self.authorized(asked, in: $0) }
    }
    if route.isGuarded, call.identity?.principal == nil { try forms.admit(call) }
  }

  /// Whether a caller shows nothing that would have to be looked up.
  static func isAnonymous(_ request: Request, to route: Route) -> Bool {
    switch route.access {
    case .anyone: true
    case .anyoneSeesMore:
      request.headers["authorization"] == nil && SessionCookie.token(of: request) == nil
    case .signedIn, .permission: false
    }
  }

  /// Who calls, once it is certain that they may.
  func authorized(_ call: Call, in snapshot: Snapshot) throws -> Identity {
    guard let route = call.route, let site = call.site else { throw HTTPProblem.notFound }
    let identity = try Identity.of(
      call.request, route: route, site: site, now: call.now, in: snapshot)
    switch route.access.decision(for: identity.principal) {
    case .allowed: break
    case .identificationNeeded: throw HTTPProblem.tokenNeeded
    case .forbidden: throw HTTPProblem.forbidden
    }
    if let session = identity.session, session.needsTouch(at: call.now) {
      let now = call.now
      // Nobody waits for it: a session seen a little less lately is no harm.
      site.store.submit({ try SessionStore.touch(session.id, now: now, in: $0) }, then: { _ in })
    }
    return identity
  }

  /// The context a handler gets, after the check against forged requests.
  func context(_ call: Call, _ identity: Identity) throws -> RequestContext {
    guard let site = call.site else { throw HTTPProblem.notFound }
    let violation = AntiForgery.violation(call.request, credential: identity.credential) {
      call.request.formToken
    }
    if let violation { throw HTTPProblem(violation) }
    var request = call.request
    if request.method == .head { request.method = .get }
    return RequestContext(
      request: request, site: site, identity: identity, language: call.language, now: call.now,
      requestID: call.requestID,
      formGuard: FormGuard(forms, call, principal: identity.principal))
  }
}
