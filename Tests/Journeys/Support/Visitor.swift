import FoundationEssentials
import YuiHTTPClient

/// Somebody with a browser at one site: keeps cookies, sends forms the way browsers do.
struct Visitor: Sendable {
  let site: String
  private var cookies: [String: String] = [:]

  init(_ site: String) { self.site = site }

  /// Opens a page.
  mutating func open(_ path: String, headers: [HTTPClientHeader] = []) throws -> Page {
    try send(HTTPClientRequest("GET", site + path, headers: headers))
  }

  /// Sends fields to an address, with the token of the page they stood on.
  mutating func send(
    _ fields: [(String, String)], to path: String, from page: Page? = nil
  ) throws -> Page {
    let token = page?.token.map { [("_token", $0)] } ?? []
    let body = (token + fields).map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
      .joined(separator: "&")
    return try post(path, "application/x-www-form-urlencoded", Array(body.utf8))
  }

  /// Sends a file to an address, with the token of the page its field stood on.
  mutating func upload(
    _ file: [UInt8], named name: String, to path: String, from page: Page
  ) throws -> Page {
    let boundary = "journey-\(UUID().uuidString)"
    let head = """
      --\(boundary)\r
      Content-Disposition: form-data; name="_token"\r
      \r
      \(page.token ?? "")\r
      --\(boundary)\r
      Content-Disposition: form-data; name="file"; filename="\(name)"\r
      Content-Type: text/csv\r
      \r

      """
    let body = Array(head.utf8) + file + Array("\r\n--\(boundary)--\r\n".utf8)
    return try post(path, "multipart/form-data; boundary=\(boundary)", body)
  }

  /// Signs in at the staff's page.
  ///
  /// - Returns: what the form's answer was.
  @discardableResult
  mutating func signIn(_ email: String, _ password: String) throws -> Page {
    _ = try open("/staff/login")
    return try send([("email", email), ("password", password)], to: "/staff/login")
  }

  private mutating func post(_ path: String, _ type: String, _ body: [UInt8]) throws -> Page {
    try send(
      HTTPClientRequest(
        "POST", site + path,
        headers: [
          HTTPClientHeader("Content-Type", type), HTTPClientHeader("Origin", site),
          HTTPClientHeader("Sec-Fetch-Site", "same-origin"),
        ], body: body))
  }

  private mutating func send(_ request: HTTPClientRequest) throws -> Page {
    var request = request
    if !cookies.isEmpty {
      let pairs = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      request.headers.append(HTTPClientHeader("Cookie", pairs.joined(separator: "; ")))
    }
    let response = try HTTPClient().send(request)
    for cookie in response.headers(named: "Set-Cookie") {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      guard let name = pair.first else { continue }
      let isEnded = cookie.lowercased().contains("max-age=0")
      cookies[String(name)] = isEnded || pair.count < 2 ? nil : String(pair[1])
    }
    return Page(response: response)
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
