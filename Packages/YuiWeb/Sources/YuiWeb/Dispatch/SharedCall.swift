import YuiText

/// A call that anybody who asks the same is answered alike, reduced to what the answer depends on.
struct SharedCall {
  let call: Call
  let route: Route
  /// Under which its answer is kept.
  let key: [UInt8]

  /// `nil` where answers aren't kept, or where the caller may get one of their own.
  init?(_ call: Call, to route: Route) {
    guard case .publicData(let names) = route.cache, Self.presentsNothing(call, to: route) else {
      return nil
    }
    var call = call
    call.identity = Identity()
    // A language has many tags and a made-up one says nothing: an entry each would flush the rest.
    let asked = LanguagePreference.asked(call.request)
    call.request.query = call.request.query.keeping(names)
    if let asked { call.request.query.set("lang", to: asked.rawValue) }
    let variant = CacheKey.Variant(
      language: call.language, isCompressed: call.acceptsGzip, isSecure: call.request.isSecure)
    key = CacheKey.key(variant, host: call.request.host, target: call.request.target)
    self.call = call
    self.route = route
  }

  /// Whether a caller shows nothing that its route would look at.
  private static func presentsNothing(_ call: Call, to route: Route) -> Bool {
    route.access == .anyone
      || call.request.headers["authorization"] == nil
        && SessionCookie.token(of: call.request) == nil
  }

  /// Joins a kept answer with whether this caller has it already.
  func response(_ answer: CachedAnswer) -> CachedResponse {
    guard var field = call.request.headers["if-none-match"] else {
      return CachedResponse(answer: answer, isNotModified: false)
    }
    return CachedResponse(
      answer: answer,
      isNotModified: field.withUTF8 {
        answer.matches(ifNoneMatch: UnsafeRawBufferPointer($0))
      })
  }
}
