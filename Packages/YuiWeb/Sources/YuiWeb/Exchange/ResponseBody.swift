import Glibc

/// What follows the header of a response.
package enum ResponseBody: Sendable {
  case bytes([UInt8])
  case shared(SharedBytes)
  case stream(ResponseStream)
  case file(FileBody)
}

/// Content made piece by piece while it is sent.
///
/// The producer runs on a server thread, one call at a time, and returns `nil` at the end; it may
/// read a page from the store but never waits. An error cuts the connection, so that half a file
/// isn't taken for the whole.
public final class ResponseStream: Sendable {
  let next: @Sendable () throws -> [UInt8]?

  /// Wraps a producer.
  public init(_ next: @escaping @Sendable () throws -> [UInt8]?) {
    self.next = next
  }
}

/// An open file to send; closed when no response needs it any more.
public final class FileBody: Sendable {
  let descriptor: Int32
  let size: UInt64

  /// Takes over a readable descriptor of a regular file.
  public init(takingOver descriptor: Int32) {
    var status = stat()
    self.descriptor = descriptor
    size = fstat(descriptor, &status) == 0 ? UInt64(max(0, status.st_size)) : 0
  }

  deinit { close(descriptor) }

  /// The whole content.
  func bytes() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      while count < buffer.count {
        let read = pread(
          descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count, off_t(count))
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else { return }
        count += read
      }
    }
  }
}
