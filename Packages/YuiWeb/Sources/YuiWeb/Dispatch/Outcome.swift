/// How a call is answered: at once, or when something else is done.
package enum Outcome: Sendable {
  case now(Response)
  /// Kept for such requests, ready to send.
  case cached(CachedResponse)
  /// Starts the work; it calls back once, from any thread.
  case later(@Sendable (@escaping @Sendable (Response) -> Void) -> Void)
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
