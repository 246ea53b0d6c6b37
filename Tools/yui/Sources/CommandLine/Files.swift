import Glibc
import YuiOpenData
import YuiTenancy
import YuiWeb

/// Reading a file that a command names.
enum InputFile {
  /// The whole file, if it is no larger than `limit` bytes.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let file = try OpenFile(path)
    var bytes: [UInt8] = []
    while let more = try file.next() {
      bytes += more
      guard bytes.count <= limit else {
        throw CommandFailure("\(path): larger than \(limit >> 20) MiB: split it")
      }
    }
    return bytes
  }

  /// A file to read from any offset; what is none, such as a pipe, is copied aside first.
  static func open(_ path: String) throws -> TableFile {
    let file = try OpenFile(path)
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw file.failure }
    if status.st_mode & S_IFMT == S_IFREG {
      return TableFile(size: Int(status.st_size)) { try file.read(at: $0, count: $1) }
    }
    let copy = try TemporaryFile()
    var size = 0
    while let bytes = try file.next() {
      try copy.append(bytes)
      size += bytes.count
      guard size <= DatasetImport.mostBytes else {
        throw CommandFailure("\(path): larger than \(DatasetImport.mostBytes >> 20) MiB: split it")
      }
    }
    return TableFile(size: size) { try copy.read(at: $0, count: $1) }
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

/// An open file, closed when nobody uses it any more.
private final class OpenFile: Sendable {
  let descriptor: Int32
  private let path: String

  init(_ path: String) throws {
    self.path = path
    descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure }
  }

  deinit { close(descriptor) }

  var failure: CommandFailure { CommandFailure("\(path): \(String(cString: strerror(errno)))") }

  /// Reads `count` bytes from an offset.
  func read(at offset: Int, count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      }
      guard got >= 0 else { throw failure }
      guard got > 0 else { throw CommandFailure("\(path): became shorter while it was read") }
      done += got
    }
    return bytes
  }

  /// Reads on; `nil` at the end.
  func next() throws -> ArraySlice<UInt8>? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw failure }
    return count == 0 ? nil : bytes.prefix(count)
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
