import Glibc
import YuiTransparencyLog
import YuiWeb

/// Files as bytes on a disk: digests, copies that are synced, folders that go away.
enum FileDigest {
  /// Size and SHA-256 in hex.
  static func of(_ path: String) throws -> (bytes: Int, sha256: String) {
    var stream = SHA256.Stream()
    var count = 0
    try read(path) { chunk in
      stream.update(chunk)
      count += chunk.count
    }
    return (count, stream.finish().hex)
  }

  /// Copies a file and syncs the copy; the target must not exist.
  static func copy(_ path: String, to target: String) throws {
    let descriptor = try create(target)
    defer { close(descriptor) }
    try read(path) { try append($0, to: descriptor, target) }
    guard fsync(descriptor) == 0 else { throw failure(target) }
  }

  /// Writes a small file and syncs it; the target must not exist.
  static func write(_ bytes: [UInt8], to target: String) throws {
    let descriptor = try create(target)
    defer { close(descriptor) }
    try append(bytes, to: descriptor, target)
    guard fsync(descriptor) == 0 else { throw failure(target) }
  }

  private static func create(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    return descriptor
  }

  private static func append(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw failure(path) }
      rest = rest.dropFirst(written)
    }
  }

  private static func read(_ path: String, _ body: ([UInt8]) throws -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return }
      try body(count == chunk.count ? chunk : Array(chunk.prefix(count)))
    }
  }

  private static func failure(_ path: String) -> DeploymentError {
    DeploymentError("\(path): \(String(cString: strerror(errno)))")
  }
}

/// A folder for work in between, which is gone with all that lies in it when nobody holds it.
final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array(
      "\(TemporaryFile.defaultFolder)/yui-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw DeploymentError("no temporary folder: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink("\(path)/\(name)")
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
