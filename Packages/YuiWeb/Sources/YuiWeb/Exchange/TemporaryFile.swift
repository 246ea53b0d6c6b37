import FoundationEssentials
import Glibc
import Synchronization

/// A file without a name, which ends with its last holder, also when the process is killed.
package final class TemporaryFile: Sendable {
  /// Why a file could not be made, written or read.
  package struct Failure: Error, CustomStringConvertible {
    /// What could not be done, with the system's word for it.
    package let description: String

    init(_ verb: String) {
      description = "a temporary file cannot be \(verb): \(String(cString: strerror(errno)))"
    }
  }

  /// Where temporary files go unless told otherwise: `$TMPDIR`, or `/var/tmp`, which is on a disk.
  package static let defaultFolder =
    ProcessInfo.processInfo.environment["TMPDIR"] ?? "/var/tmp"

  private let descriptor: Int32
  private let size = Mutex(0)

  /// Makes one, empty.
  package init(in folder: String = defaultFolder) throws(Failure) {
    var path = Array("\(folder)/yui-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Failure("made") }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Writes at the end.
  package func append(_ bytes: ArraySlice<UInt8>) throws(Failure) {
    var rest = bytes
    while !rest.isEmpty {
      let offset = size.withLock { $0 }
      let written = rest.withUnsafeBytes { buffer in
        pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Failure("written") }
      size.withLock { $0 += written }
      rest = rest.dropFirst(written)
    }
  }

  /// Reads exactly `count` bytes.
  package func read(at offset: Int, count: Int) throws(Failure) -> [UInt8] {
    var isShort = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else {
          isShort = true
          return
        }
        done += got
      }
    }
    if isShort { throw Failure("read") }
    return bytes
  }

  /// The whole file as the content of a response.
  package func body() throws(Failure) -> FileBody {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw Failure("sent") }
    return FileBody(takingOver: copy)
  }
}
