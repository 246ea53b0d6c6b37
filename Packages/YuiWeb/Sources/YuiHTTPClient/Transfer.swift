import CCurl

/// One request on its way: a libcurl handle with its options, and what comes back.
struct Transfer: ~Copyable {
  // One call for the process, before any handle; Swift runs it once, on the first use.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let curl: UnsafeMutableRawPointer
  private let request: HTTPClientRequest
  private let client: HTTPClient

  init(_ request: HTTPClientRequest, client: HTTPClient) throws(HTTPClientError) {
    guard Self.isReady, let curl = curl_easy_init() else {
      throw Self.error(.failed, "libcurl cannot start", request)
    }
    self.curl = curl
    self.request = request
    self.client = client
  }

  deinit { curl_easy_cleanup(curl) }

  consuming func run() throws(HTTPClientError) -> HTTPClientResponse {
    let lines = try headerLines()
    defer { curl_slist_free_all(lines) }
    let route =
      client.resolvesLocalhost && URLHost(request.url)?.isLocalhost == true
      ? curl_slist_append(nil, "::127.0.0.1:") : nil
    defer { curl_slist_free_all(route) }
    let answer = Answer(limit: client.sizeLimit)
    let opener = SocketOpener()
    try configure(headers: lines, route: route, answer: answer, opener: opener)
    let code = perform()
    // libcurl has the addresses of both until here.
    return try withExtendedLifetime((answer, opener)) { () throws(HTTPClientError) in
      if opener.hasRefused, code != CURLE_OK {
        throw Self.error(.privateAddress, "addresses of private networks are refused", request)
      }
      guard code == CURLE_OK else {
        throw Self.error(
          answer.isTooLarge ? .tooLarge : kind(of: code),
          answer.isTooLarge
            ? "the answer is larger than \(client.sizeLimit) bytes"
            : String(cString: curl_easy_strerror(code)), request)
      }
      var status = 0
      yui_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
      return HTTPClientResponse(status: status, headers: answer.headers, body: answer.body)
    }
  }

  // MARK: - Options

  private func configure(
    headers: UnsafeMutablePointer<curl_slist>?, route: UnsafeMutablePointer<curl_slist>?,
    answer: Answer, opener: SocketOpener
  ) throws(HTTPClientError) {
    guard isToken(request.method), !request.url.utf8.contains(where: { $0 <= 0x20 }) else {
      throw Self.error(.invalidRequest, "the method or the address is not well formed", request)
    }
    try set(yui_curl_set_text(curl, CURLOPT_URL, request.url))
    try set(yui_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https"))
    try set(yui_curl_set_text(curl, CURLOPT_PROXY, ""))
    try set(yui_curl_set_long(curl, CURLOPT_FOLLOWLOCATION, 0))
    try set(yui_curl_set_long(curl, CURLOPT_PATH_AS_IS, 1))
    // Timeouts by signals would disturb the process.
    try set(yui_curl_set_long(curl, CURLOPT_NOSIGNAL, 1))
    try set(yui_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT_MS, client.connectMilliseconds))
    try set(yui_curl_set_long(curl, CURLOPT_TIMEOUT_MS, client.totalMilliseconds))
    try set(yui_curl_set_text(curl, CURLOPT_CUSTOMREQUEST, request.method))
    try set(yui_curl_set_long(curl, CURLOPT_NOBODY, request.method == "HEAD" ? 1 : 0))
    try set(yui_curl_set_list(curl, CURLOPT_HTTPHEADER, headers))
    if let route { try set(yui_curl_set_list(curl, CURLOPT_CONNECT_TO, route)) }
    if let socket = client.unixSocket {
      try set(yui_curl_set_text(curl, CURLOPT_UNIX_SOCKET_PATH, socket))
    }
    let context = Unmanaged.passUnretained(answer).toOpaque()
    try set(
      yui_curl_set_receiver(
        curl, CURLOPT_HEADERFUNCTION, receiveHeader, CURLOPT_HEADERDATA, context))
    try set(
      yui_curl_set_receiver(curl, CURLOPT_WRITEFUNCTION, receiveBody, CURLOPT_WRITEDATA, context))
    if client.refusesPrivateAddresses {
      try set(
        yui_curl_set_opener(
          curl, openPublicSocket, Unmanaged.passUnretained(opener).toOpaque()))
    }
    if let body = request.body {
      try set(yui_curl_set_size(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
      // Copied by libcurl, so that no pointer to the array outlives this call.
      let code = body.withUnsafeBytes { bytes in
        guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else {
          return yui_curl_set_text(curl, CURLOPT_COPYPOSTFIELDS, "")
        }
        return yui_curl_set_text(curl, CURLOPT_COPYPOSTFIELDS, start)
      }
      try set(code)
    }
  }

  private func set(_ code: CURLcode) throws(HTTPClientError) {
    guard code == CURLE_OK else {
      throw Self.error(.invalidRequest, String(cString: curl_easy_strerror(code)), request)
    }
  }

  private func perform() -> CURLcode { curl_easy_perform(curl) }

  private func headerLines() throws(HTTPClientError) -> UnsafeMutablePointer<curl_slist>? {
    // libcurl would add these two by itself to requests with a body. It may ask first whether a long
    // one is welcome: a refusal that comes while it is being sent would be lost.
    var lines = (request.body?.count ?? 0) < 1 << 20 ? ["Expect:"] : []
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      lines.append("Content-Type:")
    }
    for header in request.headers {
      guard isToken(header.name),
        header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 9 })
      else {
        throw Self.error(.invalidRequest, "the header \(header.name) is not well formed", request)
      }
      // A semicolon is how libcurl is asked for a header without a value.
      lines.append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
    }
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines { list = curl_slist_append(list, line) }
    return list
  }

  private func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
  }

  // MARK: - Errors

  private func kind(of code: CURLcode) -> HTTPClientError.Code {
    switch code {
    case CURLE_OPERATION_TIMEDOUT: .timeout
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: .unreachable
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .invalidRequest
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM: .tls
    default: .failed
    }
  }

  private static func error(
    _ code: HTTPClientError.Code, _ message: String, _ request: HTTPClientRequest
  ) -> HTTPClientError {
    HTTPClientError(
      code: code, message: message,
      address: String(request.url.prefix { $0 != "?" && $0 != "#" }))
  }
}
