import Glibc
import Synchronization

/// Takes one connection, keeps what was asked, and answers with given bytes.
final class OneAnswerServer: Sendable {
  let port: Int
  private let descriptor: Int32
  private let asked = Mutex<[UInt8]>([])

  /// What was asked: headers, and the body as far as it came along.
  var request: String { asked.withLock { String(decoding: $0, as: UTF8.self) } }

  /// Listens on 127.0.0.1, or on a Unix socket; `answer` is sent as it is, `nil` never.
  init(answer: String?, unixSocket: String? = nil) {
    let family = unixSocket == nil ? AF_INET : AF_UNIX
    let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    var port = 0
    if let unixSocket {
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: unixSocket.utf8) }
      Self.bind(descriptor, &address)
    } else {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      Self.bind(descriptor, &address)
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = getsockname(descriptor, $0, &length)
        }
      }
      port = Int(UInt16(bigEndian: address.sin_port))
    }
    listen(descriptor, 4)
    self.descriptor = descriptor
    self.port = port
    var thread = pthread_t()
    let job = Unmanaged.passRetained(Job(server: self, answer: answer))
    pthread_create(&thread, nil, serve, job.toOpaque())
    pthread_detach(thread)
  }

  private static func bind<Address>(_ descriptor: Int32, _ address: inout Address) {
    let length = socklen_t(MemoryLayout<Address>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = Glibc.bind(descriptor, $0, length)
      }
    }
  }

  fileprivate func run(answer: String?) {
    let connection = accept(descriptor, nil, nil)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !request.contains("\r\n\r\n") {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { break }
      asked.withLock { $0 += buffer[..<count] }
    }
    if let answer {
      _ = send(connection, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
    } else {
      // Wait for the other side to give up.
      _ = read(connection, &buffer, buffer.count)
    }
    close(connection)
    close(descriptor)
  }
}

private final class Job: Sendable {
  let server: OneAnswerServer
  let answer: String?

  init(server: OneAnswerServer, answer: String?) {
    (self.server, self.answer) = (server, answer)
  }
}

private func serve(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let job = Unmanaged<Job>.fromOpaque(context).takeRetainedValue()
  job.server.run(answer: job.answer)
  return nil
}
