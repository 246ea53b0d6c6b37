/// Cuts a `multipart/form-data` body into parts as it arrives (RFC 7578, RFC 2046 section 5.1).
///
/// A pure state machine: what it tells depends only on the bytes, not on how they were cut into
/// chunks. It is stricter than RFC 2046: nothing may stand before the first boundary, nothing but
/// a line break after the last, as browsers and HTTP clients send it.
struct MultipartScanner {
  enum Event: Equatable {
    /// The bytes of a part's headers, without the empty line.
    case headers([UInt8])
    case content(ArraySlice<UInt8>)
    case end
  }

  private enum State {
    case start
    case afterBoundary
    case headers
    case content
    case epilogue
  }

  private let delimiter: [UInt8]
  private let headerBytes: Int
  private var state = State.start
  private var part = 0
  /// What has arrived and not yet been told.
  private var buffer: [UInt8] = []

  init(boundary: String, headerBytes: Int) {
    delimiter = Array("\r\n--\(boundary)".utf8)
    self.headerBytes = headerBytes
  }

  var place: String { part == 0 ? "the start of the form" : "part \(part)" }

  mutating func feed(
    _ chunk: some Collection<UInt8>, tell: (Event) throws(FormError) -> Void
  ) throws(FormError) {
    buffer.append(contentsOf: chunk)
    var position = 0
    while try step(&position, tell) {}
    buffer.removeFirst(position)
  }

  func finish() throws(FormError) {
    guard case .epilogue = state, buffer.isEmpty || buffer == lineBreak else {
      throw malformed("the body ends before its last boundary")
    }
  }

  /// Goes one state on; false when more bytes are needed.
  private mutating func step(
    _ position: inout Int, _ tell: (Event) throws(FormError) -> Void
  ) throws(FormError) -> Bool {
    let rest = buffer[position...]
    switch state {
    case .start:
      // The first delimiter has no line break of its own.
      let first = delimiter.dropFirst(2)
      guard rest.count >= first.count else {
        guard first.starts(with: rest) else { throw noBoundary }
        return false
      }
      guard rest.starts(with: first) else { throw noBoundary }
      position += first.count
      state = .afterBoundary
    case .afterBoundary:
      guard rest.count >= 2 else { return false }
      position += 2
      if rest.starts(with: lineBreak) {
        part += 1
        state = .headers
      } else if rest.starts(with: "--".utf8) {
        state = .epilogue
      } else {
        throw malformed("the boundary is followed by other bytes")
      }
    case .headers:
      guard let end = rest.firstRange(ofBytes: emptyLine) else {
        // The longest headers allowed, and all of the empty line but its last byte.
        guard rest.count < headerBytes + emptyLine.count else { throw longHeaders }
        return false
      }
      guard end - position <= headerBytes else { throw longHeaders }
      try tell(.headers(Array(rest[..<end])))
      position = end + emptyLine.count
      state = .content
    case .content:
      if let end = rest.firstRange(ofBytes: delimiter) {
        if end > position { try tell(.content(rest[..<end])) }
        try tell(.end)
        position = end + delimiter.count
        state = .afterBoundary
      } else {
        // The last bytes may be the beginning of a delimiter.
        let safe = rest.endIndex - min(rest.count, delimiter.count - 1)
        if safe > position { try tell(.content(rest[..<safe])) }
        position = safe
        return false
      }
    case .epilogue:
      guard lineBreak.starts(with: rest) else { throw malformed("bytes follow the last boundary") }
      return false
    }
    return true
  }

  private var lineBreak: [UInt8] { Array("\r\n".utf8) }
  private var emptyLine: [UInt8] { Array("\r\n\r\n".utf8) }

  private var noBoundary: FormError { malformed("the body does not start with its boundary") }

  private var longHeaders: FormError {
    FormError(
      .tooLarge, "the headers are larger than \(headerBytes) bytes", at: place,
      remedy: "Shorten the names of the field and the file")
  }

  private func malformed(_ message: String) -> FormError {
    FormError(.malformed, message, at: place, remedy: "Send multipart/form-data as in RFC 7578")
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes, which start with CR, first occur.
  fileprivate func firstRange(ofBytes pattern: [UInt8]) -> Int? {
    withUnsafeBufferPointer { bytes in
      var index = 0
      while index + pattern.count <= bytes.count {
        if bytes[index] == pattern[0], bytes[index...].starts(with: pattern) {
          return startIndex + index
        }
        index += 1
      }
      return nil
    }
  }
}
