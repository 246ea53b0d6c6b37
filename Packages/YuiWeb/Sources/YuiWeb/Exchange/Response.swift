public import YuiHTML

/// An answer: status, header fields and content.
///
/// What every answer carries (security headers, request id, caching) is added where it leaves.
public struct Response: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields.
  public var headers: Headers
  package var body: ResponseBody
  var framing = Framing.refused
  /// The origins beside this site whose images a page shows.
  var imageOrigins: [String] = []

  package init(status: Int, headers: Headers = Headers(), body: ResponseBody = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A page.
  public static func page(_ html: HTML, status: Int = 200) -> Response {
    Response(
      status: status, headers: ["Content-Type": "text/html; charset=utf-8"],
      body: .bytes(html.bytes))
  }

  /// Plain text.
  public static func text(_ text: String, status: Int = 200) -> Response {
    .bytes(Array(text.utf8), contentType: "text/plain; charset=utf-8", status: status)
  }

  /// Content of any type.
  public static func bytes(_ bytes: [UInt8], contentType: String, status: Int = 200) -> Response {
    Response(status: status, headers: ["Content-Type": contentType], body: .bytes(bytes))
  }

  /// Content that is made while it is sent.
  public static func stream(contentType: String, _ stream: ResponseStream) -> Response {
    Response(status: 200, headers: ["Content-Type": contentType], body: .stream(stream))
  }

  /// The content of an open file.
  public static func file(_ file: FileBody, contentType: String) -> Response {
    Response(status: 200, headers: ["Content-Type": contentType], body: .file(file))
  }

  /// 204: done, and nothing to show.
  public static let noContent = Response(status: 204)

  /// 303 to an address on this site: the next request is a GET.
  public static func redirect(to target: LocalTarget) -> Response {
    Response(status: 303, headers: ["Location": target.text])
  }

  /// 308: what was at this address is at another one, for good.
  public static func moved(to target: LocalTarget) -> Response {
    Response(status: 308, headers: ["Location": target.text])
  }
}

extension Response {
  /// Returns the response with a header field set.
  public func header(_ name: String, _ value: String) -> Response {
    var copy = self
    copy.headers[name] = value
    return copy
  }

  /// Returns the response with a cookie to set.
  public func setting(_ cookie: Cookie) -> Response {
    var copy = self
    copy.headers.add("Set-Cookie", cookie.field)
    return copy
  }

  /// Returns the response as a file to save under a name (RFC 6266; RFC 8187 where the name isn't
  /// ASCII).
  public func download(filename: String) -> Response {
    header("Content-Disposition", ContentDisposition.attachment(filename))
  }

  /// Returns the response open to pages of other origins that show it in a frame, such as
  /// `https://www.city.example.jp`.
  ///
  /// What isn't an origin (scheme `https` or `http`, host, port) is left out.
  public func embeddable(in origins: [String]) -> Response {
    var copy = self
    copy.framing = .allowed(origins.filter(Framing.isOrigin))
    return copy
  }

  /// Returns the page allowed to show images of other origins, such as the tiles of a map.
  ///
  /// Who looks at the page asks those servers for them, and is seen by them. What isn't an origin is
  /// left out.
  public func showingImages(of origins: [String]) -> Response {
    var copy = self
    copy.imageOrigins = origins.filter(Framing.isOrigin)
    return copy
  }

  /// Returns the response open to pages of every origin that show it in a frame.
  public func embeddableAnywhere() -> Response {
    var copy = self
    copy.framing = .anyone
    return copy
  }

  /// How long the content is, where that is known.
  var contentLength: Int? {
    switch body {
    case .bytes(let bytes): bytes.count
    case .shared(let bytes): bytes.buffer.count
    case .file(let file): Int(file.size)
    case .stream: nil
    }
  }

  /// The bytes of the content where they are all known.
  package var bytes: [UInt8]? {
    switch body {
    case .bytes(let bytes): bytes
    case .shared(let bytes): Array(bytes.buffer)
    case .stream, .file: nil
    }
  }
}
