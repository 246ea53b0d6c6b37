import Glibc

/// Reading a file that a command names.
enum InputFile {
  /// The whole file, if it is no larger than `limit` bytes.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else {
        throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes += chunk.prefix(count)
      guard bytes.count <= limit else {
        throw CommandFailure("\(path): larger than \(limit >> 20) MiB: split it")
      }
    }
  }

  /// Where relative paths begin.
  static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// A file that appears under its name when it is complete, and not before.
///
/// What is no regular file (a pipe, a device, a link) is written to as it is.
final class OutputFile {
  private let path: String
  private let draft: String?
  private var descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    var status = stat()
    let exists = lstat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      draft = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let draft = "\(path).\(getpid()).part"
      self.draft = draft
      descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if exists, descriptor >= 0 { fchmod(descriptor, status.st_mode & 0o777) }
    }
    guard descriptor >= 0 else { throw failure }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let draft { unlink(draft) }
  }

  func append(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw failure }
      rest = rest.dropFirst(written)
    }
  }

  func finish() throws {
    if let draft {
      guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw failure }
    }
    close(descriptor)
    descriptor = -1
  }

  private var failure: CommandFailure {
    CommandFailure("\(path): \(String(cString: strerror(errno)))")
  }
}
