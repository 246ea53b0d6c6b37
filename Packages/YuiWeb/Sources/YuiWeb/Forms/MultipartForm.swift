/// Reads a `multipart/form-data` body as it arrives.
///
/// ```swift
/// var form = try MultipartForm(contentType: type, limits: limits, folder: "/var/lib/yui/tmp")
/// while let chunk = next() { try form.feed(chunk) }
/// let data = try form.finish()
/// ```
///
/// Texts stay in memory within `FormLimits.fieldBytes`; a file beyond `FormLimits.memoryBytes`
/// goes to a temporary file in `folder` that has no name and ends with its last reader.
public struct MultipartForm {
  private struct Part {
    let header: PartHeader
    var content = SpooledBytes()
  }

  private let limits: FormLimits
  private let folder: String
  private var scanner: MultipartScanner
  private var received = 0
  private var count = 0
  private var part: Part?
  private var form = FormData()

  /// Starts to read a body of the content type given by its request.
  public init(contentType: String, limits: FormLimits, folder: String) throws(FormError) {
    guard let value = HeaderValue(contentType), value.first == "multipart/form-data",
      let boundary = value.parameters["boundary"], 1...70 ~= boundary.utf8.count,
      boundary.utf8.allSatisfy(Self.mayStandInBoundary)
    else {
      throw FormError(
        .malformed, "the content type is not multipart/form-data with a boundary",
        at: "the header Content-Type", remedy: "Name the boundary, 1 to 70 characters of RFC 2046")
    }
    self.limits = limits
    self.folder = folder
    scanner = MultipartScanner(boundary: boundary, headerBytes: limits.headerBytes)
  }

  /// Takes the next bytes of the body.
  public mutating func feed(_ chunk: some Collection<UInt8>) throws(FormError) {
    received += chunk.count
    guard received <= limits.totalBytes else {
      throw FormError(
        .tooLarge, "the form is larger than \(limits.totalBytes) bytes", at: scanner.place,
        remedy: "Send a smaller file")
    }
    // The scanner is taken out while it tells, because what it tells changes the rest.
    var events = scanner
    defer { scanner = events }
    try events.feed(chunk) { (event) throws(FormError) in
      switch event {
      case .headers(let bytes): try begin(bytes)
      case .content(let bytes): try append(bytes)
      case .end: try end()
      }
    }
  }

  /// Ends the body and returns what it held.
  public consuming func finish() throws(FormError) -> FormData {
    try scanner.finish()
    return form
  }

  private mutating func begin(_ bytes: [UInt8]) throws(FormError) {
    count += 1
    guard count <= limits.fields else {
      throw FormError(
        .tooMany, "there are more than \(limits.fields) fields", at: "part \(count)",
        remedy: "Send fewer fields")
    }
    part = Part(header: try PartHeader(bytes, at: "part \(count)"))
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) throws(FormError) {
    guard let isFile = part.map({ $0.header.fileName != nil }) else { return }
    if isFile {
      try part?.content.append(bytes, memoryBytes: limits.memoryBytes, folder: folder)
    } else {
      guard (part?.content.count ?? 0) + bytes.count <= limits.fieldBytes else {
        throw FormError(
          .tooLarge, "the text is larger than \(limits.fieldBytes) bytes", at: place,
          remedy: "Shorten it")
      }
      try part?.content.append(bytes, memoryBytes: .max, folder: folder)
    }
  }

  private mutating func end() throws(FormError) {
    guard let ended = part else { return }
    if let fileName = ended.header.fileName {
      // A file field in which nothing was chosen is sent as an empty file without a name.
      if !fileName.isEmpty || ended.content.count > 0 {
        form.files.append(
          UploadedFile(
            field: ended.header.name, fileName: fileName, contentType: ended.header.contentType,
            content: ended.content))
      }
    } else {
      let text = try FormText.read(try ended.content.inMemory(), of: place)
      form.fields.append(FormData.Field(ended.header.name, text))
    }
    part = nil
  }

  private var place: String {
    part.map { "part \(count) (\($0.header.name))" } ?? "part \(count)"
  }

  private static func mayStandInBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "'()+_,-./:=?".utf8.contains(byte)
    }
  }
}
