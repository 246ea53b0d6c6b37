public import YuiWeb

/// A browser, or a program with a token, that keeps cookies for one test.
public final class TestClient {
  /// Header fields that every request carries beside its own.
  public var headers: [String: String] = [:]
  /// The cookies by name.
  public var cookies: [String: String] = [:]
  /// What forms of the signed-in person carry; `nil` without a session.
  public private(set) var antiForgeryToken: String?
  private let harness: SiteHarness
  private let isBrowser: Bool

  init(_ harness: SiteHarness, token: String? = nil, session: SecretToken? = nil) {
    self.harness = harness
    isBrowser = token == nil
    if let token { headers["Authorization"] = "Bearer \(token)" }
    if let session { keep("yui", session.text) }
  }

  /// Sends a GET.
  public func get(_ path: String, headers: [String: String] = [:]) throws -> TestResponse {
    try send("GET", path, headers: headers)
  }

  /// Sends a form as browsers do; with the token of the session, if there is one, unless told
  /// otherwise.
  public func post(
    _ path: String, form: KeyValuePairs<String, String>, includesToken: Bool = true,
    headers: [String: String] = [:]
  ) throws -> TestResponse {
    try post(
      path, fields: form.map { FormData.Field($0.key, $0.value) }, includesToken: includesToken,
      headers: headers)
  }

  /// Sends a form whose fields are worked out.
  public func post(
    _ path: String, fields: [FormData.Field], includesToken: Bool = true,
    headers: [String: String] = [:]
  ) throws -> TestResponse {
    var fields = fields
    if includesToken, let antiForgeryToken {
      fields.append(FormData.Field(AntiForgery.field, antiForgeryToken))
    }
    return try send(
      "POST", path,
      headers: headers.adding("Content-Type", "application/x-www-form-urlencoded"),
      body: Array(URLEncodedForm.encode(fields).utf8))
  }

  /// Sends a form with a file.
  public func post(
    _ path: String, form: KeyValuePairs<String, String>, file: String, named filename: String,
    content: [UInt8], headers: [String: String] = [:]
  ) throws -> TestResponse {
    let boundary = "yui-test-boundary"
    var body: [UInt8] = []
    var fields = form.map { (name: $0.key, value: $0.value) }
    if let antiForgeryToken { fields.append((AntiForgery.field, antiForgeryToken)) }
    for (name, value) in fields {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8
      body += "\(value)\r\n".utf8
    }
    body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file)\"; ".utf8
    body += "filename=\"\(filename)\"\r\nContent-Type: application/octet-stream\r\n\r\n".utf8
    body += content
    body += "\r\n--\(boundary)--\r\n".utf8
    return try send(
      "POST", path,
      headers: headers.adding("Content-Type", "multipart/form-data; boundary=\(boundary)"),
      body: body)
  }

  /// Sends JSON.
  public func post(
    _ path: String, json: String, headers: [String: String] = [:]
  ) throws
    -> TestResponse
  {
    try send(
      "POST", path, headers: headers.adding("Content-Type", "application/json"),
      body: Array(json.utf8))
  }

  /// Sends any request.
  public func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8] = []
  ) throws -> TestResponse {
    var fields = self.headers.merging(headers) { _, own in own }
    if fields["Host"] == nil { fields["Host"] = harness.transport.authority }
    if !cookies.isEmpty, fields["Cookie"] == nil {
      fields["Cookie"] = cookies.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    if isBrowser, fields["Sec-Fetch-Site"] == nil {
      fields["Sec-Fetch-Site"] = "same-origin"
      if method != "GET", fields["Origin"] == nil {
        fields["Origin"] = "http://\(harness.transport.authority)"
      }
    }
    let list = fields.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
      .map { (name: $0.key, value: $0.value) }
    let response = try harness.transport.send(
      method: method, target: path, headers: list, body: body)
    for field in response.headers.values("Set-Cookie") { keep(field) }
    return response
  }

  private func keep(_ field: String) {
    let pair = field.prefix { $0 != ";" }
    guard let equals = pair.firstIndex(of: "=") else { return }
    let value = pair[pair.index(after: equals)...]
    keep(String(pair[..<equals]), field.contains("Max-Age=0") ? nil : String(value))
  }

  private func keep(_ name: String, _ value: String?) {
    cookies[name] = value
    if name == "yui" || name == "__Host-yui" {
      antiForgeryToken = value.flatMap(SecretToken.init).map(AntiForgery.token)
    }
  }
}

extension [String: String] {
  fileprivate func adding(_ name: String, _ value: String) -> [String: String] {
    merging([name: value]) { own, _ in own }
  }
}
