import CMicroHTTPD
import Glibc

/// A response in libmicrohttpd's form, which any number of connections may send.
///
/// libmicrohttpd counts its users under a lock of its own and never changes it once it is queued:
/// that is why it may be shared between threads.
final class PreparedResponse: @unchecked Sendable {
  let handle: OpaquePointer

  init?(_ response: Response) {
    guard let handle = Self.create(response.body) else { return nil }
    self.handle = handle
    for field in response.headers.fields {
      MHD_add_response_header(handle, field.name, field.value)
    }
  }

  deinit { MHD_destroy_response(handle) }

  private static func create(_ body: ResponseBody) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes):
      return bytes.withUnsafeBytes { bytes in
        MHD_create_response_from_buffer(
          bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .shared(let bytes):
      return MHD_create_response_from_buffer_with_free_callback_cls(
        bytes.buffer.count, UnsafeMutableRawPointer(mutating: bytes.buffer.baseAddress),
        releaseObject, Unmanaged.passRetained(bytes).toOpaque())
    case .stream(let stream):
      let source = StreamSource(stream)
      return MHD_create_response_from_callback(
        UInt64.max, 64 * 1024, readStream, Unmanaged.passRetained(source).toOpaque(),
        releaseObject)
    case .file(let file):
      // libmicrohttpd closes the descriptor it is given.
      let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
      return copy < 0 ? nil : MHD_create_response_from_fd64(file.size, copy)
    }
  }
}

/// What a producer made and the connection hasn't taken yet.
///
/// Touched by the one connection that sends it, one call at a time.
private final class StreamSource {
  private let stream: ResponseStream
  private var pending: ArraySlice<UInt8> = []

  init(_ stream: ResponseStream) {
    self.stream = stream
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while pending.isEmpty {
      do {
        guard let next = try stream.next() else { return StreamEnd.complete }
        pending = next[...]
      } catch {
        return StreamEnd.broken
      }
    }
    let count = min(buffer.count, pending.count)
    buffer.copyBytes(from: pending.prefix(count))
    pending.removeFirst(count)
    return count
  }
}

/// `MHD_CONTENT_READER_END_OF_STREAM` and `…_END_WITH_ERROR`, macros with casts.
private enum StreamEnd {
  static let complete = -1
  static let broken = -2
}

private func readStream(
  context: UnsafeMutableRawPointer?, position: UInt64,
  buffer: UnsafeMutablePointer<CChar>?, capacity: Int
) -> Int {
  guard let context, let buffer else { return StreamEnd.broken }
  return Unmanaged<StreamSource>.fromOpaque(context).takeUnretainedValue()
    .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
}

private func releaseObject(context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<AnyObject>.fromOpaque(context).release()
}
