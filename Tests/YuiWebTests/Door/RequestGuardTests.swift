import Testing
import YuiWeb

@Suite("The guard at the door")
struct RequestGuardTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let expected: RequestViolation?
    var method = "GET"
    var target = "/a"
    var version = "HTTP/1.1"
    let fields: [(name: String, value: String)]

    var testDescription: String { name }

    init(
      _ name: String, _ expected: RequestViolation?, method: String = "GET",
      target: String = "/a", version: String = "HTTP/1.1", host: String? = "a.example",
      _ fields: [(name: String, value: String)] = []
    ) {
      self.name = name
      self.expected = expected
      self.method = method
      self.target = target
      self.version = version
      self.fields = (host.map { [("Host", $0)] } ?? []) + fields
    }
  }

  static let cases: [Case] = [
    Case("a plain request", nil),
    Case("a plain request of HTTP/1.0", nil, version: "HTTP/1.0"),
    Case("content of a known length", nil, method: "POST", [("Content-Length", "5")]),
    Case("content in chunks", nil, method: "POST", [("Transfer-Encoding", "chunked")]),
    Case("chunks in capitals", nil, method: "POST", [("transfer-encoding", "CHUNKED")]),
    Case("a GET that says it has no content", nil, [("Content-Length", "0")]),
    Case("a value with tabs and other scripts", nil, [("X-Note", "a\tb 日本語")]),
    Case(
      "chunks and a length", .badTransferEncoding, method: "POST",
      [("Transfer-Encoding", "chunked"), ("Content-Length", "5")]),
    Case("xchunked", .badTransferEncoding, method: "POST", [("Transfer-Encoding", "xchunked")]),
    Case(
      "gzip, chunked", .badTransferEncoding, method: "POST",
      [("Transfer-Encoding", "gzip, chunked")]),
    Case(
      "two transfer encodings", .badTransferEncoding, method: "POST",
      [("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "chunked")]),
    Case(
      "chunks in HTTP/1.0", .badTransferEncoding, method: "POST", version: "HTTP/1.0",
      [("Transfer-Encoding", "chunked")]),
    Case(
      "two lengths", .badContentLength, method: "POST",
      [("Content-Length", "5"), ("Content-Length", "5")]),
    Case("a length with a sign", .badContentLength, method: "POST", [("Content-Length", "+5")]),
    Case("a negative length", .badContentLength, method: "POST", [("Content-Length", "-1")]),
    Case("a list of lengths", .badContentLength, method: "POST", [("Content-Length", "5, 5")]),
    Case("an empty length", .badContentLength, method: "POST", [("Content-Length", "")]),
    Case(
      "an absurd length", .badContentLength, method: "POST",
      [("Content-Length", "9999999999999999999")]),
    Case("a space before the colon", .badFieldName, method: "POST", [("Content-Length ", "5")]),
    Case("a folded line", .badFieldName, [(" XContent-Length", "5")]),
    Case("a space in a name", .badFieldName, [("X Y", "z")]),
    Case("an empty name", .badFieldName, [("", "z")]),
    Case("a name beyond ASCII", .badFieldName, [("X-é", "z")]),
    Case("a bare carriage return in a value", .badFieldValue, [("X", "a\rb")]),
    Case("NUL in a value", .badFieldValue, [("X", "a\0b")]),
    Case("DEL in a value", .badFieldValue, [("X", "a\u{7F}b")]),
    Case("two credentials", .badFieldValue, [("Authorization", "a"), ("Authorization", "b")]),
    Case("no host", .missingHost, host: nil),
    Case("two hosts", .missingHost, [("Host", "b.example")]),
    Case("an empty host", .badHost, host: ""),
    Case("a host with a path", .badHost, host: "a/b"),
    Case("a host with a name and password", .badHost, host: "u:p@a.example"),
    Case("a host with a broken port", .badHost, host: "a.example:8x"),
    Case("a host with a port", nil, host: "a.example:8080"),
    Case("an IPv6 host with a port", nil, host: "[::1]:8080"),
    Case("TRACE", .unknownMethod, method: "TRACE"),
    Case("CONNECT", .unknownMethod, method: "CONNECT"),
    Case("a method in small letters", .unknownMethod, method: "get"),
    Case("HTTP/2.0 in a request line", .unknownVersion, version: "HTTP/2.0"),
    Case("GET with content", .unexpectedContent, [("Content-Length", "5")]),
    Case("GET with chunks", .unexpectedContent, [("Transfer-Encoding", "chunked")]),
    Case("a target of 8 KiB", nil, target: "/" + String(repeating: "a", count: 8191)),
    Case(
      "a target beyond 8 KiB", .targetTooLong, target: "/" + String(repeating: "a", count: 8192)),
    Case("a hundred fields", nil, (0..<99).map { ("X-\($0)", "a") }),
    Case("more than a hundred fields", .tooManyFields, (0..<100).map { ("X-\($0)", "a") }),
  ]

  @Test("Only plain requests pass", arguments: cases)
  func verdict(of request: Case) {
    let raw = RawRequest(
      method: request.method, target: request.target, version: request.version,
      fields: request.fields)
    var violation: RequestViolation?
    do {
      _ = try raw.withChecked { _, _, _ in () }
    } catch {
      violation = error as? RequestViolation
    }
    #expect(violation == request.expected)
  }

  @Test("Any bytes are judged without stopping the program")
  func survivesAnything() {
    var generator = SeededGenerator(seed: 20_260_401)
    let pieces = [
      "Host", "a.example", "Content-Length", "5", "Transfer-Encoding", "chunked", ":", " ", "\r",
      "\0", "é", "[::1]", "GET", "POST", "/", "%", "HTTP/1.1", "",
    ]
    let text = { (count: Int) in
      (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    for _ in 0..<20_000 {
      let fields = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (name: text(2), value: text(2))
      }
      let raw = RawRequest(method: text(1), target: text(2), version: text(1), fields: fields)
      _ = try? raw.withChecked { _, target, _ in _ = PathDecoder.decode(target) }
    }
  }
}

/// Repeats the same numbers each run (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
