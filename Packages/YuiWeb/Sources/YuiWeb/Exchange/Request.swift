import FoundationEssentials
import YuiText

/// What a client asks, checked at the door and decoded once.
public struct Request: Sendable {
  /// The method; a HEAD request reaches handlers as ``HTTPMethod/get``.
  public internal(set) var method: HTTPMethod
  /// The decoded path: starts with `/`, no empty, `.` or `..` segments.
  public internal(set) var path: String
  /// The parameters after `?`.
  public package(set) var query: Query
  /// The header fields.
  public let headers: Headers
  /// The host asked for, lower case and without a port.
  public let host: String
  /// The address of the client, as a trusted proxy tells it; `nil` where none is known.
  public let peer: PeerAddress?
  /// Whether the client came over https, by itself or to a trusted proxy.
  public let isSecure: Bool
  /// The content, at most as long as the route allows; empty where it is a form with files, which
  /// is read as it arrives.
  public var body: [UInt8] {
    if case .bytes(let bytes) = content { bytes } else { [] }
  }
  var content = RequestContent.bytes([])
  package var parameters: [String: String] = [:]

  package init(
    method: HTTPMethod, path: String, query: Query, headers: Headers, host: String,
    peer: PeerAddress?, isSecure: Bool
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.host = host
    self.peer = peer
    self.isSecure = isSecure
  }

  /// Returns a parameter of the path, read as `type`.
  ///
  /// Throws a 404 where the text is no such value: an address that can't exist isn't found.
  public func parameter<Value: LosslessStringConvertible>(
    _ name: String, as type: Value.Type = String.self
  ) throws -> Value {
    guard let text = parameters[name], let value = Value(text) else { throw HTTPProblem.notFound }
    return value
  }

  /// Returns a query parameter read as `type`, or `nil` where it is absent or empty.
  ///
  /// Throws a 400 that names the parameter where the text is no such value.
  public func query<Value: LosslessStringConvertible>(
    _ name: String, as type: Value.Type = String.self
  ) throws -> Value? {
    guard let text = query[name], !text.isEmpty else { return nil }
    guard let value = Value(text) else {
      throw HTTPProblem.badRequest(
        ja: "パラメーター「\(name)」の値が正しくありません。",
        en: "The parameter “\(name)” has a value that can't be read.")
    }
    return value
  }

  /// Returns the content read as JSON.
  ///
  /// Throws a 415 for another media type, a 400 for broken JSON or a NUL in it, which not every
  /// store can keep, and a 422 that names the property for JSON of another shape.
  public func json<Value: Decodable>(as type: Value.Type) throws -> Value {
    guard mediaType == "application/json" || mediaType?.hasSuffix("+json") == true else {
      throw HTTPProblem.unsupportedMediaType
    }
    guard !JSONText.holdsNUL(body) else {
      throw HTTPProblem.badRequest(
        ja: "JSONの文字列にNUL文字（\\u0000）は使えません。",
        en: "Text in JSON can't hold the character NUL (\\u0000).")
    }
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch let error as DecodingError {
      throw HTTPProblem(decoding: error)
    }
  }

  /// The media type of the content in lower case, without its parameters.
  public var mediaType: String? {
    headers["content-type"].map { field in
      String(field.prefix { $0 != ";" }).filter { $0 != " " }.lowercased()
    }
  }

  /// Whether a browser says that another site sent this request.
  ///
  /// For public forms that carry no token (sign-in), where a request from elsewhere is unwelcome.
  public var comesFromAnotherSite: Bool {
    AntiForgery.originViolation(self) == .foreignOrigin
  }

  /// Whether the client would rather have JSON than a page.
  var prefersJSON: Bool {
    guard let accept = headers["accept"] else { return false }
    return accept.contains("json") && !accept.contains("text/html")
  }

  /// Returns the content read as a form.
  ///
  /// Throws a 415 for another media type and a 400 or 413 for a form that can't be read.
  public func form() throws -> FormData {
    switch content {
    case .form(let form): return form
    case .unreadable(let error): throw HTTPProblem(error)
    case .bytes(let bytes):
      guard mediaType == "application/x-www-form-urlencoded" else {
        throw HTTPProblem.unsupportedMediaType
      }
      do {
        return try URLEncodedForm.parse(bytes)
      } catch {
        throw HTTPProblem(error)
      }
    }
  }

  /// The anti-forgery token of a form.
  var formToken: String? {
    (try? form())?.first(AntiForgery.field)
  }

  /// The address of this request with one query parameter set to another value.
  public func target(setting name: String, to value: String) -> String {
    var query = query
    query.set(name, to: value)
    let path = target.prefix { $0 != "?" }
    return "\(path)?\(query.text)"
  }

  /// Path and query as they stand in an address.
  var target: String {
    let path = self.path.split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentCoding.encode(String($0)) }.joined(separator: "/")
    return query.items.isEmpty ? path : "\(path)?\(query.text)"
  }
}

extension HTTPProblem {
  fileprivate init(decoding error: DecodingError) {
    let path: [any CodingKey]
    switch error {
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self = .badRequest(
        ja: "JSONとして読めないか、値の形が違います。",
        en: "The content isn't valid JSON of the expected form.")
      return
    case .dataCorrupted(let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context):
      path = context.codingPath
    case .keyNotFound(let key, let context):
      path = context.codingPath + [key]
    @unknown default:
      path = []
    }
    let name = path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    self = .invalid([
      HTTPProblem.InvalidField(
        name, LocalizedText(ja: "値がないか、正しくありません。", en: "The value is missing or wrong."))
    ])
  }
}
