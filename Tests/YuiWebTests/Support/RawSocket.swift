import Glibc

/// A TCP connection to this machine that sends whatever a test wants to.
final class RawSocket {
  private let descriptor: Int32

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    struct ConnectFailed: Error {}
    guard result == 0 else { throw ConnectFailed() }
  }

  deinit { close(descriptor) }

  /// Sends bytes; false once the other end is gone.
  @discardableResult
  func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// Makes the window through which the other end may send small.
  func shrinkReceiveBuffer() {
    var size: Int32 = 4096
    setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Reads so many bytes, or what comes of them within so many seconds.
  func read(count: Int, seconds: Int) -> String {
    waitAtMost(seconds: seconds)
    var bytes = [UInt8](repeating: 0, count: count)
    let received = recv(descriptor, &bytes, count, Int32(MSG_WAITALL))
    return String(decoding: bytes.prefix(max(0, received)), as: UTF8.self)
  }

  /// Reads until the other end closes, or for so many seconds; says whether it closed.
  func readToEnd(seconds: Int) -> (text: String, isClosed: Bool) {
    waitAtMost(seconds: seconds)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 || count < 0 && errno == ECONNRESET {
        return (String(decoding: bytes, as: UTF8.self), true)
      }
      guard count > 0 else { return (String(decoding: bytes, as: UTF8.self), false) }
      bytes += buffer[..<count]
    }
  }

  private func waitAtMost(seconds: Int) {
    var timeout = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
  }
}
