import CCurl

/// One message on its way: a libcurl handle with its options.
struct MailTransfer: ~Copyable {
  // One call for the process, before any handle; Swift runs it once, on the first use.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let curl: UnsafeMutableRawPointer
  private let message: MailMessage
  private let server: MailServer

  init(_ message: MailMessage, to server: MailServer) throws(MailError) {
    guard Self.isReady, let curl = curl_easy_init() else {
      throw MailError(reply: nil, message: "libcurl cannot start")
    }
    self.curl = curl
    self.message = message
    self.server = server
  }

  deinit { curl_easy_cleanup(curl) }

  consuming func run() throws(MailError) {
    guard Self.isAddress(message.to), Self.isAddress(message.from) else {
      throw MailError(reply: 553, message: "the address is not well formed")
    }
    let recipients = curl_slist_append(nil, "<\(message.to)>")
    defer { curl_slist_free_all(recipients) }
    let source = MailSource(message.bytes)
    try configure(recipients: recipients, source: source)
    let code = curl_easy_perform(curl)
    // libcurl has the source's address until here.
    try withExtendedLifetime(source) { () throws(MailError) in
      guard code != CURLE_OK else { return }
      var reply = 0
      yui_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &reply)
      throw MailError(
        reply: reply >= 400 ? reply : nil, message: String(cString: curl_easy_strerror(code)))
    }
  }

  private func configure(
    recipients: UnsafeMutablePointer<curl_slist>?, source: MailSource
  ) throws(MailError) {
    try set(yui_curl_set_text(curl, CURLOPT_URL, server.url))
    try set(yui_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps"))
    try set(yui_curl_set_text(curl, CURLOPT_PROXY, ""))
    // Timeouts by signals would disturb the process.
    try set(yui_curl_set_long(curl, CURLOPT_NOSIGNAL, 1))
    try set(yui_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT_MS, server.connectMilliseconds))
    try set(yui_curl_set_long(curl, CURLOPT_TIMEOUT_MS, server.totalMilliseconds))
    let encryption = sendsPasswordAway ? CURLUSESSL_ALL : CURLUSESSL_TRY
    try set(yui_curl_set_long(curl, CURLOPT_USE_SSL, Int(encryption.rawValue)))
    if let user = server.user {
      try set(yui_curl_set_text(curl, CURLOPT_USERNAME, user))
      try set(yui_curl_set_text(curl, CURLOPT_PASSWORD, server.password ?? ""))
    }
    try set(yui_curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(message.from)>"))
    try set(yui_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients))
    try set(yui_curl_set_long(curl, CURLOPT_UPLOAD, 1))
    try set(
      yui_curl_set_receiver(
        curl, CURLOPT_READFUNCTION, giveMail, CURLOPT_READDATA,
        Unmanaged.passUnretained(source).toOpaque()))
  }

  private var sendsPasswordAway: Bool {
    guard server.user != nil else { return false }
    let host = server.url.split(separator: "/").dropFirst().first ?? ""
    let name = host.split(separator: ":").first ?? ""
    return !["localhost", "127.0.0.1"].contains(name) && !host.hasPrefix("[::1]")
  }

  private func set(_ code: CURLcode) throws(MailError) {
    guard code == CURLE_OK else {
      throw MailError(reply: nil, message: String(cString: curl_easy_strerror(code)))
    }
  }

  /// No address ends a command of the conversation early.
  private static func isAddress(_ text: String) -> Bool {
    text.utf8.count <= 254 && text.contains("@")
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x3C && $0 != 0x3E }
  }
}

/// What libcurl reads of a message; used by one thread, the one that waits.
final class MailSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func give(to buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<(position + count)])
    position += count
    return count
  }
}

// A function of the file, not a closure: it is called from C and belongs to no actor.
private func giveMail(
  _ bytes: UnsafeMutablePointer<CChar>, _ one: Int, _ count: Int, _ context: UnsafeMutableRawPointer
) -> Int {
  let source = Unmanaged<MailSource>.fromOpaque(context).takeUnretainedValue()
  return source.give(to: UnsafeMutableRawBufferPointer(start: bytes, count: one * count))
}
