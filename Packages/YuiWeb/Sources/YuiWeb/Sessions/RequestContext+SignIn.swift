public import YuiStorage
import YuiText

extension RequestContext {
  /// Throws a 403 that says why nobody can sign in over this connection, where that is so.
  ///
  /// A password page calls it before it asks for a password.
  public func requireSafeSignIn() throws {
    guard SessionCookie.cookie(nil, for: request) != nil else {
      throw HTTPProblem.forbidden(
        ja: "暗号化されていない接続（http）では職員サインインはできません。httpsでアクセスしてください。",
        en: "Staff can't sign in over an unencrypted connection (http). Please use https.")
    }
  }

  /// Starts a session under a new token; the cookie goes into the response.
  ///
  /// Throws the 403 of ``requireSafeSignIn()`` over plain http from elsewhere than this machine.
  public func signIn(account: UUIDv7, in transaction: Transaction) throws -> Cookie {
    try requireSafeSignIn()
    let token = try SessionStore.begin(account: account, now: now, in: transaction)
    guard let cookie = SessionCookie.cookie(token, for: request) else {
      throw HTTPProblem.internalError
    }
    return cookie
  }

  /// Ends the session of this request; the returned cookie removes the browser's.
  public func signOut(in transaction: Transaction) throws -> Cookie {
    guard let session, let cookie = SessionCookie.cookie(nil, for: request) else {
      throw HTTPProblem.badRequest(ja: "サインインしていません。", en: "You are not signed in.")
    }
    try SessionStore.revoke(session.id, of: session.account, in: transaction)
    return cookie
  }
}
