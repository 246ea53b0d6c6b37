import FoundationEssentials
import Testing
import YuiWeb

@Suite struct MultipartFormTests {
  static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"

  /// As a browser sends a comment, two reasons, a file and a file field left empty.
  static let body = [
    "--\(boundary)", #"Content-Disposition: form-data; name="comment""#, "",
    "待ち時間が\r\n短い", "--\(boundary)",
    #"Content-Disposition: form-data; name="reason""#, "", "speed",
    "--\(boundary)", #"content-disposition: FORM-DATA; name=reason"#, "", "",
    "--\(boundary)", #"Content-Disposition: form-data; name="file"; filename="窓口.csv""#,
    "Content-Type: text/csv", "", "service,score\r\n--\(boundary.dropLast())\r\r\na,5\r\n",
    "--\(boundary)", #"Content-Disposition: form-data; name="none"; filename="""#,
    "Content-Type: application/octet-stream", "", "", "--\(boundary)--", "",
  ].joined(separator: "\r\n")

  @Test("A form of a browser is read")
  func browser() throws {
    try check(read([Array(Self.body.utf8)]))
  }

  @Test("Wherever the body is cut in two, the result is the same")
  func everyCut() throws {
    let bytes = Array(Self.body.utf8)
    for cut in 0...bytes.count {
      try check(read([Array(bytes[..<cut]), Array(bytes[cut...])]))
    }
  }

  @Test("In chunks of any size, the result is the same", arguments: 1...80)
  func everyChunk(size: Int) throws {
    let bytes = Array(Self.body.utf8)
    let chunks = stride(from: 0, to: bytes.count, by: size).map { start in
      Array(bytes[start..<min(start + size, bytes.count)])
    }
    try check(read(chunks))
  }

  private func check(_ form: FormData) throws {
    #expect(
      form.fields == [
        FormData.Field("comment", "待ち時間が\n短い"), FormData.Field("reason", "speed"),
        FormData.Field("reason", ""),
      ])
    #expect(form.files.count == 1)
    let file = try #require(form.file("file"))
    #expect(file.fileName == "窓口.csv")
    #expect(file.contentType == "text/csv")
    let content = "service,score\r\n--\(Self.boundary.dropLast())\r\r\na,5\r\n"
    #expect(try file.bytes() == Array(content.utf8))
  }

  // MARK: - What is refused

  static let broken: [(String, String)] = [
    ("nothing", ""),
    ("bytes before the first boundary", "x--B\r\n\r\n"),
    ("a line break before the first boundary", "\r\n--B--\r\n"),
    ("another boundary", "--C\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--C--"),
    ("no end", "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1"),
    ("no end after a part", "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B"),
    ("a boundary and more", "--Bx\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B--"),
    ("bytes after the end", "--B--x"),
    ("two line breaks after the end", "--B--\r\n\r\n"),
    ("no headers", "--B\r\n\r\n\r\n1\r\n--B--"),
    ("no name", "--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--"),
    ("not form-data", "--B\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--B--"),
    ("two names", "--B\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n1\r\n--B--"),
    (
      "two dispositions",
      "--B\r\nContent-Disposition: form-data; name=a\r\n"
        + "Content-Disposition: form-data; name=b\r\n\r\n1\r\n--B--"
    ),
    ("a quote left open", "--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--B--"),
    (
      "text after a quote", "--B\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\n1\r\n--B--"
    ),
    ("a header without a name", "--B\r\n: form-data; name=a\r\n\r\n1\r\n--B--"),
    (
      "a folded header",
      "--B\r\nContent-Disposition: form-data;\r\n name=a\r\n\r\n1\r\n--B--"
    ),
    (
      "an extended file name",
      "--B\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''x\r\n\r\n1\r\n--B--"
    ),
    (
      "a transfer encoding",
      "--B\r\nContent-Disposition: form-data; name=a\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--B--"
    ),
    ("NUL in a text", "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n\u{0}\r\n--B--"),
    ("NUL in a name", "--B\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\n1\r\n--B--"),
    (
      "a bare line feed in a header",
      "--B\r\nContent-Disposition: form-data; name=a\nX: y\r\n\r\n1\r\n--B--"
    ),
  ]

  @Test("Broken bodies are refused", arguments: broken)
  func refuse(name: String, body: String) {
    for size in [1, 3, 7, body.utf8.count + 1] {
      #expect(throws: FormError.self, "\(name)") {
        var form = try MultipartForm(
          contentType: "multipart/form-data; boundary=B", limits: FormLimits(), folder: "/tmp")
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
          try form.feed(bytes[start..<min(start + size, bytes.count)])
        }
        _ = try form.finish()
      }
    }
  }

  @Test("Text that is not UTF-8 is refused and says where")
  func notUTF8() throws {
    let error = try #require(throws: FormError.self) {
      _ = try part(name: "comment", content: [0x82, 0xA0])
    }
    #expect(error.code == .invalidText)
    #expect(error.place == "part 1 (comment)")
  }

  @Test(
    "Content types without a usable boundary are refused",
    arguments: [
      "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
      "multipart/mixed; boundary=B", "multipart/form-data; boundary=a; boundary=b",
      "multipart/form-data; boundary=\"a b\"", "multipart/form-data; boundary=\"a\r\nb\"",
      "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ])
  func contentType(type: String) {
    #expect(throws: FormError.self) {
      _ = try MultipartForm(contentType: type, limits: FormLimits(), folder: "/tmp")
    }
  }

  @Test(
    "Boundaries may be quoted and hold what RFC 2046 allows",
    arguments: [
      ("multipart/form-data; boundary=B", "B"), ("Multipart/Form-Data;boundary=\"B\"", "B"),
      ("multipart/form-data; charset=utf-8; boundary=\"a'()+_,-./:=?z\"", "a'()+_,-./:=?z"),
    ])
  func boundaries(type: String, boundary: String) throws {
    var form = try MultipartForm(contentType: type, limits: FormLimits(), folder: "/tmp")
    try form.feed("--\(boundary)--".utf8)
    #expect(try form.finish().fields.isEmpty)
  }

  // MARK: - Bounds

  @Test("200 fields pass, 201 do not")
  func fieldCount() throws {
    let part = "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n"
    func read(_ count: Int) throws -> Int {
      try self.read(
        [Array((String(repeating: part, count: count) + "--B--").utf8)], boundary: "B"
      ).fields.count
    }
    #expect(try read(200) == 200)
    let error = try #require(throws: FormError.self) { _ = try read(201) }
    #expect(error.code == .tooMany)
  }

  @Test("A text at its bound passes, a byte more does not; a file has the bound of the whole")
  func sizes() throws {
    let limits = FormLimits(fieldBytes: 1000, totalBytes: 4000)
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1001)
    #expect(try part(name: "a", content: text.dropLast(), limits: limits).first("a")?.count == 1000)
    let error = try #require(throws: FormError.self) {
      _ = try part(name: "a", content: text, limits: limits)
    }
    #expect(error.code == .tooLarge)
    #expect(try part(name: "a", file: "b", content: text, limits: limits).files.count == 1)
    let whole = try #require(throws: FormError.self) {
      _ = try part(
        name: "a", file: "b", content: Array(repeating: 0x78, count: 4000), limits: limits)
    }
    #expect(whole.code == .tooLarge)
  }

  @Test("Headers that never end are refused at their bound")
  func headers() throws {
    let error = try #require(throws: FormError.self) {
      var form = try MultipartForm(
        contentType: "multipart/form-data; boundary=B",
        limits: FormLimits(totalBytes: .max, headerBytes: 100), folder: "/tmp")
      try form.feed("--B\r\n".utf8)
      for _ in 0..<1000 { try form.feed("x".utf8) }
    }
    #expect(error.code == .tooLarge)
  }

  // MARK: - Files

  @Test("A large file leaves memory, holds its bytes, and leaves nothing in the folder")
  func spool() throws {
    let folder = URL.temporaryDirectory.appending(path: "yui-forms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let limits = FormLimits(totalBytes: 1_000_000)
    let form = try part(
      name: "file", file: "a.csv", content: content, limits: limits, folder: folder.path)
    let file = try #require(form.file("file"))
    #expect(!file.isInMemory)
    #expect(file.byteCount == 300_000)
    #expect(try file.bytes() == content)
    #expect(try file.read(at: 299_990, count: 100) == Array(content[299_990...]))
    #expect(try file.read(at: 300_000, count: 1).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)

    let small = try part(
      name: "file", file: "a.csv", content: Array(content[..<262_144]), limits: limits,
      folder: "/nonexistent")
    #expect(try #require(small.file("file")).isInMemory)
  }

  @Test("A folder that takes no file is an error of the server, told as such")
  func noFolder() throws {
    let error = try #require(throws: FormError.self) {
      _ = try part(
        name: "a", file: "b", content: Array(repeating: 0, count: 300_000), folder: "/nonexistent")
    }
    #expect(error.code == .storage)
  }

  @Test(
    "The name of a file is only shown, without path and without tricks",
    arguments: [
      ("a.csv", "a.csv"), ("窓口 一覧.csv", "窓口 一覧.csv"), ("../../etc/passwd", "passwd"),
      ("C:\\\\users\\\\a.csv", "a.csv"), ("a%22b.csv", "a\"b.csv"), ("a\\\"b.csv", "a\"b.csv"),
      ("a%0D%0Ab.csv", "ab.csv"), ("..", "file"), ("/", "file"),
      ("abc\u{202E}vsc.exe", "abcvsc.exe"),
      ("100%.csv", "100%.csv"),
      (String(repeating: "長", count: 300), String(repeating: "長", count: 200)),
    ])
  func fileNames(sent: String, shown: String) throws {
    #expect(try part(name: "f", file: sent, content: [1]).file("f")?.fileName == shown)
  }

  // MARK: - Reading

  private func read(_ chunks: [[UInt8]], boundary: String = boundary) throws -> FormData {
    var form = try MultipartForm(
      contentType: "multipart/form-data; boundary=\(boundary)", limits: FormLimits(),
      folder: "/tmp")
    for chunk in chunks { try form.feed(chunk) }
    return try form.finish()
  }

  private func part(
    name: String, file: String? = nil, content: some Collection<UInt8>,
    limits: FormLimits = FormLimits(), folder: String = "/tmp"
  ) throws -> FormData {
    let fileName = file.map { "; filename=\"\($0)\"" } ?? ""
    var form = try MultipartForm(
      contentType: "multipart/form-data; boundary=B", limits: limits, folder: folder)
    try form.feed(
      "--B\r\nContent-Disposition: form-data; name=\"\(name)\"\(fileName)\r\n\r\n".utf8)
    try form.feed(content)
    try form.feed("\r\n--B--\r\n".utf8)
    return try form.finish()
  }
}
