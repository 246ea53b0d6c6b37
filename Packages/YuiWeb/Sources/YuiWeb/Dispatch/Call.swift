import YuiStorage
import YuiText

/// A request on its way through the server, as far as it is known.
package struct Call: Sendable {
  var request: Request
  /// The number behind the request id.
  let number: UInt64
  let now: Timestamp
  let language: Language
  let acceptsGzip: Bool
  var site: Site?
  var route: Route?
  var identity: Identity?

  var requestID: String { RequestID.text(number) }

  /// Whether a refusal is told as a document rather than a page.
  var wantsDocument: Bool {
    request.prefersJSON
      || (route?.refusesWithDocument(request) ?? request.path.hasPrefix("/api/"))
  }

  /// What the log and the metrics call the route.
  package var routeName: String { route?.path ?? "-" }
  package var siteKey: String { site?.key ?? "-" }
}
