internal import FoundationEssentials
import Glibc
internal import YuiStorage
internal import YuiWeb

/// A file without a name for content that is made now and sent later; it is gone when it is closed.
final class SpoolFile {
  private var descriptor: Int32

  /// Opens one in `$TMPDIR`, or `/var/tmp`, which is on a disk.
  init() throws {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/var/tmp"
    var path = Array("\(folder)/yui-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    unlink(path)
    guard descriptor >= 0 else { throw StoreError(.io, "no temporary file in \(folder)") }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func append(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw StoreError(.full, "the temporary file cannot be written") }
      rest = rest.dropFirst(written)
    }
  }

  /// Hands the file over to be sent.
  func finished() -> FileBody {
    defer { descriptor = -1 }
    return FileBody(takingOver: descriptor)
  }
}
