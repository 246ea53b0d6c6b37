import Glibc

/// Bytes that begin in memory and go to a temporary file when they become many.
struct SpooledBytes: Sendable {
  private(set) var count = 0
  private var memory: [UInt8] = []
  private var file: TemporaryFile?

  /// Appends bytes; beyond `memoryBytes` they go to a file in `folder`.
  mutating func append(
    _ bytes: ArraySlice<UInt8>, memoryBytes: Int, folder: String
  ) throws(FormError) {
    if file == nil, count + bytes.count > memoryBytes {
      let file = try TemporaryFile(in: folder)
      try file.write(memory[...], at: 0)
      memory = []
      self.file = file
    }
    if let file {
      try file.write(bytes, at: count)
    } else {
      memory += bytes
    }
    count += bytes.count
  }

  var isInMemory: Bool { file == nil }

  func inMemory() throws(FormError) -> [UInt8] {
    try read(at: 0, count: count)
  }

  func read(at offset: Int, count wanted: Int) throws(FormError) -> [UInt8] {
    let start = min(max(offset, 0), count)
    let end = min(start + max(wanted, 0), count)
    guard let file else { return Array(memory[start..<end]) }
    return try file.read(at: start, count: end - start)
  }
}

/// A file without a name, which ends with its last holder, also when the process is killed.
private final class TemporaryFile: Sendable {
  private let descriptor: Int32

  init(in folder: String) throws(FormError) {
    var path = Array("\(folder)/upload-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Self.failed("made") }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(FormError) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress, buffer.count, offset + rest.startIndex - bytes.startIndex)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Self.failed("written") }
      rest = rest.dropFirst(written)
    }
  }

  func read(at offset: Int, count: Int) throws(FormError) -> [UInt8] {
    var failure = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else {
          failure = true
          return
        }
        done += got
      }
    }
    if failure { throw Self.failed("read") }
    return bytes
  }

  private static func failed(_ verb: String) -> FormError {
    FormError(
      .storage, "a temporary file cannot be \(verb) (errno \(errno))", at: "the server",
      remedy: "Try again later; the operator finds the folder for uploads full or closed")
  }
}
