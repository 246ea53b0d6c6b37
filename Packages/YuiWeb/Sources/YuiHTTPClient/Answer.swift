/// Gathers what libcurl receives; used by one thread, the one that waits.
final class Answer {
  private let limit: Int
  private var received = 0
  private(set) var isTooLarge = false
  private(set) var headers: [HTTPClientHeader] = []
  private(set) var body: [UInt8] = []

  init(limit: Int) {
    self.limit = limit
  }

  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard take(bytes.count) else { return false }
    body.append(contentsOf: bytes)
    return true
  }

  func header(_ line: UnsafeRawBufferPointer) -> Bool {
    guard take(line.count) else { return false }
    // An interim answer (100 Continue) comes first; what counts is the last.
    if line.starts(with: "HTTP/".utf8) { headers = [] }
    let text = String(decoding: line, as: UTF8.self)
    if let colon = text.firstIndex(of: ":"), !line.starts(with: "HTTP/".utf8) {
      headers.append(
        HTTPClientHeader(
          String(text[..<colon]), Self.trimmed(text[text.index(after: colon)...])))
    }
    return true
  }

  private func take(_ count: Int) -> Bool {
    received += count
    isTooLarge = received > limit
    return !isTooLarge
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<end])
  }
}

// Functions of the file, not closures: they are called from C and belong to no actor.

func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>, _ one: Int, _ count: Int, _ context: UnsafeMutableRawPointer
) -> Int {
  let answer = Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue()
  return answer.append(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

func receiveHeader(
  _ bytes: UnsafeMutablePointer<CChar>, _ one: Int, _ count: Int, _ context: UnsafeMutableRawPointer
) -> Int {
  let answer = Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue()
  return answer.header(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}
