/// How a call is answered: at once, or when something else is done.
package enum Outcome: Sendable {
  case now(Response)
  /// Kept for such requests, ready to send.
  case cached(CachedResponse)
  /// Starts the work; it calls back once, from any thread.
  case later(@Sendable (@escaping @Sendable (Response) -> Void) -> Void)

  /// Hands the response over, once it is there.
  func deliver(to finish: @escaping @Sendable (Response) -> Void) {
    switch self {
    case .now(let response): finish(response)
    case .cached(let cached): finish(cached.response)
    case .later(let start): start(finish)
    }
  }
}

/// A kept answer and whether its reader has it already.
package struct CachedResponse: Sendable {
  let answer: CachedAnswer
  let isNotModified: Bool

  package var response: Response {
    isNotModified ? answer.notModifiedResponse : answer.response
  }

  var prepared: PreparedResponse { isNotModified ? answer.notModified : answer.prepared }
}
