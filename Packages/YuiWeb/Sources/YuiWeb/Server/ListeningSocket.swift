import Glibc

/// A socket that listens.
struct ListeningSocket {
  let descriptor: Int32
  /// The address as bound, with the port that was given for 0.
  let address: ListenAddress

  private static let backlog: Int32 = 1024

  init(_ address: ListenAddress, socketMode: mode_t) throws {
    switch address {
    case .tcp(let host, let port): self = try Self.tcp(host, port, address)
    case .unix(let path): self = try Self.unix(path, address, mode: socketMode)
    }
  }

  private init(descriptor: Int32, address: ListenAddress) {
    self.descriptor = descriptor
    self.address = address
  }

  private static func tcp(
    _ host: String, _ port: UInt16, _ address: ListenAddress
  ) throws
    -> ListeningSocket
  {
    let isIPv6 = host.contains(":")
    let descriptor = try open(isIPv6 ? AF_INET6 : AF_INET, address)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    if isIPv6 {
      var name = sockaddr_in6()
      name.sin6_family = sa_family_t(AF_INET6)
      name.sin6_port = port.bigEndian
      inet_pton(AF_INET6, host, &name.sin6_addr)
      try listen(descriptor, &name, address)
    } else {
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = port.bigEndian
      inet_pton(AF_INET, host, &name.sin_addr)
      try listen(descriptor, &name, address)
    }
    return ListeningSocket(
      descriptor: descriptor, address: .tcp(address: host, port: boundPort(descriptor)))
  }

  /// A socket file that nobody listens at is a crashed server's; one that answers is in use.
  private static func unix(
    _ path: String, _ address: ListenAddress, mode: mode_t
  ) throws
    -> ListeningSocket
  {
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &name.sun_path) { bytes in
      bytes.copyBytes(from: path.utf8.prefix(bytes.count - 1))
    }
    var status = stat()
    if lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFSOCK else {
        throw ServerError("can't listen on \(address): there is a file that isn't a socket")
      }
      let probe = try open(AF_UNIX, address)
      defer { close(probe) }
      guard withSocketAddress(&name, { connect(probe, $0, $1) }) != 0 else {
        throw ServerError("can't listen on \(address): another process does")
      }
      unlink(path)
    }
    let descriptor = try open(AF_UNIX, address)
    try listen(descriptor, &name, address)
    chmod(path, mode)
    return ListeningSocket(descriptor: descriptor, address: address)
  }

  private static func open(_ family: Int32, _ address: ListenAddress) throws -> Int32 {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(family, type | Int32(SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw failure(address) }
    return descriptor
  }

  private static func listen<Name>(
    _ descriptor: Int32, _ name: inout Name, _ address: ListenAddress
  ) throws {
    let isBound = withSocketAddress(&name) { bind(descriptor, $0, $1) } == 0
    guard isBound, Glibc.listen(descriptor, backlog) == 0 else {
      let error = failure(address)
      close(descriptor)
      throw error
    }
  }

  private static func withSocketAddress<Name, Result>(
    _ name: inout Name, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<Name>.size))
      }
    }
  }

  private static func boundPort(_ descriptor: Int32) -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &length)
      }
      // The port stands at the same place in both families.
      return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        UInt16(bigEndian: $0.pointee.sin_port)
      }
    }
  }

  private static func failure(_ address: ListenAddress) -> ServerError {
    ServerError("can't listen on \(address): \(String(cString: strerror(errno)))")
  }
}
