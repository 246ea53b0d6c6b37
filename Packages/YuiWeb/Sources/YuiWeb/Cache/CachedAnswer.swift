import YuiStorage
import YuiText
import YuiTransparencyLog

/// An answer kept for the next reader, ready to send.
///
/// The tag is the digest of the content, so it is right whatever changed meanwhile, and a reader
/// keeps a page over changes that didn't touch it.
final class CachedAnswer: Sendable {
  /// What must still be so for the answer to be sent.
  struct Validity: Sendable, Hashable {
    let version: PublicVersion
    /// The directory of sites hasn't changed.
    let generation: UInt64
    /// Days since 1970 in Japan: pages say “today”.
    let day: Int64

    static func day(_ now: Timestamp) -> Int64 {
      (now.milliseconds + 9 * 3_600_000) / 86_400_000
    }
  }

  let key: [UInt8]
  let validity: Validity
  let site: Site
  let route: String
  let readsCredentials: Bool
  let counters: Metrics.RouteCounters
  let response: Response
  let prepared: PreparedResponse
  let notModified: PreparedResponse
  let notModifiedResponse: Response
  let tag: [UInt8]
  let contentLength: Int

  init?(
    key: [UInt8], validity: Validity, site: Site, route: Route, counters: Metrics.RouteCounters,
    response: Response
  ) {
    guard case .bytes(let bytes) = response.body else { return nil }
    var response = response
    let tag = "\"\(Base64URL.encode(Array(SHA256.hash(bytes).bytes.prefix(16))))\""
    response.headers["ETag"] = tag
    response.body = .shared(SharedBytes(bytes))
    var notModifiedResponse = Response(status: 304, headers: response.headers)
    notModifiedResponse.headers["Content-Type"] = nil
    notModifiedResponse.headers["Content-Encoding"] = nil
    guard
      let prepared = PreparedResponse(response),
      let notModified = PreparedResponse(notModifiedResponse)
    else { return nil }
    self.key = key
    self.validity = validity
    self.site = site
    self.route = route.path
    readsCredentials = route.access != .anyone
    self.counters = counters
    self.response = response
    self.prepared = prepared
    self.notModified = notModified
    self.notModifiedResponse = notModifiedResponse
    self.tag = Array(tag.utf8)
    contentLength = bytes.count
  }

  /// Content, header fields and bookkeeping, roughly.
  var memory: Int { contentLength + key.count + 4096 }

  /// Whether a reader has this very content (RFC 9110, 13.1.2).
  func matches(ifNoneMatch field: UnsafeRawBufferPointer) -> Bool {
    if field.count == 1 && field[0] == 0x2A { return true }
    guard field.count >= tag.count else { return false }
    return (0...(field.count - tag.count)).contains { start in
      tag.elementsEqual(UnsafeRawBufferPointer(rebasing: field[start..<(start + tag.count)]))
    }
  }
}
