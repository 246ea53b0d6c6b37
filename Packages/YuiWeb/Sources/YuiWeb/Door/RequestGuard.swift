/// Checks the head of a request before anything else reads it.
///
/// libmicrohttpd 0.9.75 lets through what smuggling is made of: a second `Content-Length`, a field
/// name with a space, a length beside chunks. Whatever isn't plain RFC 9112 is refused here.
package struct RequestGuard: Sendable {
  /// 8 KiB of target, as common proxies allow.
  package static let maximumTarget = 8 * 1024
  /// A browser sends about fifteen fields.
  package static let maximumFields = 100

  /// What the check found, pointing into the request.
  package struct Findings {
    package var method = HTTPMethod.get
    /// The `Host` value, port included.
    package var host = UnsafeRawBufferPointer(start: nil, count: 0)
    package var contentLength: Int?
    package var isChunked = false
    var authorization: UnsafeRawBufferPointer?
    var cookie: UnsafeRawBufferPointer?
    var acceptEncoding: UnsafeRawBufferPointer?
    var acceptLanguage: UnsafeRawBufferPointer?
    var ifNoneMatch: UnsafeRawBufferPointer?
    var forwardedFor: UnsafeRawBufferPointer?
    var forwardedProto: UnsafeRawBufferPointer?

    package var hasContent: Bool { isChunked || (contentLength ?? 0) > 0 }
  }

  package static func check(
    method: UnsafeRawBufferPointer, target: UnsafeRawBufferPointer,
    version: UnsafeRawBufferPointer, fields: UnsafeBufferPointer<HeaderField>
  ) throws(RequestViolation) -> Findings {
    var findings = Findings()
    guard let known = knownMethod(method) else { throw .unknownMethod }
    findings.method = known
    let isOldVersion = version.elementsEqual("HTTP/1.0".utf8)
    guard isOldVersion || version.elementsEqual("HTTP/1.1".utf8) else { throw .unknownVersion }
    guard target.count <= maximumTarget else { throw .targetTooLong }
    guard fields.count <= maximumFields else { throw .tooManyFields }
    var hosts = 0
    for field in fields {
      try checkCharacters(field)
      try note(field, in: &findings, hosts: &hosts)
    }
    guard hosts == 1 else { throw .missingHost }
    guard isHost(findings.host) else { throw .badHost }
    if findings.isChunked && (findings.contentLength != nil || isOldVersion) {
      throw .badTransferEncoding
    }
    if findings.hasContent && !known.takesBody { throw .unexpectedContent }
    return findings
  }

  private static func knownMethod(_ bytes: UnsafeRawBufferPointer) -> HTTPMethod? {
    if bytes.count == 3, bytes[0] == 0x47, bytes[1] == 0x45, bytes[2] == 0x54 { return .get }
    return HTTPMethod(rawValue: String(decoding: bytes, as: UTF8.self))
  }

  private static func checkCharacters(_ field: HeaderField) throws(RequestViolation) {
    guard !field.name.isEmpty, field.name.allSatisfy(ASCII.isToken) else { throw .badFieldName }
    for byte in field.value where byte < 0x20 && byte != 0x09 || byte == 0x7F {
      throw .badFieldValue
    }
  }

  /// Looks at the length first: few fields share one.
  private static func note(
    _ field: HeaderField, in findings: inout Findings, hosts: inout Int
  ) throws(RequestViolation) {
    switch field.name.count {
    case 4 where field.isNamed("host"):
      hosts += 1
      findings.host = field.value
    case 6 where field.isNamed("cookie"):
      // RFC 6265 allows one; HTTP/2 proxies may split it, and then only the first would be read.
      guard findings.cookie == nil else { throw .badFieldValue }
      findings.cookie = field.value
    case 13 where field.isNamed("authorization"):
      guard findings.authorization == nil else { throw .badFieldValue }
      findings.authorization = field.value
    case 13 where field.isNamed("if-none-match"): findings.ifNoneMatch = field.value
    case 14 where field.isNamed("content-length"):
      guard findings.contentLength == nil, let length = number(field.value) else {
        throw .badContentLength
      }
      findings.contentLength = length
    case 15 where field.isNamed("accept-encoding"): findings.acceptEncoding = field.value
    case 15 where field.isNamed("accept-language"): findings.acceptLanguage = field.value
    case 15 where field.isNamed("x-forwarded-for"): findings.forwardedFor = field.value
    case 17 where field.isNamed("x-forwarded-proto"): findings.forwardedProto = field.value
    case 17 where field.isNamed("transfer-encoding"):
      guard !findings.isChunked, field.value.count == 7,
        zip(field.value, "chunked".utf8).allSatisfy({ ASCII.lowercased($0) == $1 })
      else { throw .badTransferEncoding }
      findings.isChunked = true
    default: break
    }
  }

  private static func number(_ digits: UnsafeRawBufferPointer) -> Int? {
    guard 1...18 ~= digits.count, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A name, an IPv4 address or `[IPv6]`, with or without a port.
  private static func isHost(_ value: UnsafeRawBufferPointer) -> Bool {
    guard 1...255 ~= value.count else { return false }
    var name = value[...]
    if value[0] == 0x5B {
      guard let end = value.firstIndex(of: 0x5D), end > 1 else { return false }
      let inside = value[1..<end]
      guard
        inside.allSatisfy({ ASCII.hexValue($0) != nil || $0 == 0x3A || $0 == 0x2E })
      else { return false }
      name = value[(end + 1)...]
    } else {
      let end = value.firstIndex(of: 0x3A) ?? value.endIndex
      guard
        end > 0,
        value[..<end].allSatisfy({
          ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
        })
      else { return false }
      name = value[end...]
    }
    return name.isEmpty
      || name.first == 0x3A && name.count <= 6 && name.dropFirst().allSatisfy(ASCII.isDigit)
  }
}
