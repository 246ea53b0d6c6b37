import Glibc
import Synchronization
import YuiStorage
import YuiStoragePostgreSQL
import YuiStorageTesting

/// Stands between a store and the server, and cuts a connection where it is told to.
final class Relay: Sendable {
  enum Cut: Sendable {
    case beforeForwarding, afterForwarding
    /// The connection stays, and nothing comes through for five seconds.
    case silence
  }

  private struct Plan {
    var text: [UInt8] = []
    var cut = Cut.beforeForwarding
  }

  let server: PostgreSQLServer
  private let folder: TemporaryFolder
  private let listener: Int32
  private let target: String
  private let plan = Mutex<Plan?>(nil)
  /// Wait for connections and for what they say until the process ends.
  private let threads = WorkerPool(name: "relay", threads: 6, capacity: 16)

  init() throws {
    folder = try TemporaryFolder()
    let url = getenv("YUI_TEST_POSTGRES").map { String(cString: $0) } ?? ""
    let parts = url.split(separator: "?host=").map(String.init)
    guard parts.count == 2 else { throw StoreError(.misuse, "the server has no socket: \(url)") }
    target = "\(parts[1])/.s.PGSQL.5432"
    server = try PostgreSQLServer("\(parts[0])?host=\(folder.path)")
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let isListening = withSocketAddress("\(folder.path)/.s.PGSQL.5432") {
      bind(listener, $0, $1) == 0 && listen(listener, 8) == 0
    }
    guard isListening else { throw StoreError(.io, "the relay cannot listen") }
    _ = threads.submit { [self] in
      while case let client = accept(listener, nil, nil), client >= 0 {
        _ = threads.submit { self.relay(client) }
      }
    }
  }

  /// Where a store lies when it is reached through the relay.
  func location(of store: Store) throws -> StoreLocation {
    guard case .schema(let schema) = store.location.kind else {
      throw StoreError(.misuse, "the store is no schema")
    }
    return .schema(
      StoreSchema(
        server: server.address, name: schema.name, role: schema.role, password: schema.password))
  }

  func cut(atCommit cut: Cut) {
    plan.withLock { $0 = Plan(text: Array("\0COMMIT\0".utf8), cut: cut) }
  }

  func cut(at text: String, _ cut: Cut = .beforeForwarding) {
    plan.withLock { $0 = Plan(text: Array(text.utf8), cut: cut) }
  }

  private func relay(_ client: Int32) {
    let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(client)
      close(upstream)
    }
    guard withSocketAddress(target, { connect(upstream, $0, $1) == 0 }) else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var polled = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, 2, -1) > 0 else { return }
      for index in 0..<2 where polled[index].revents != 0 {
        let (from, to) = index == 0 ? (client, upstream) : (upstream, client)
        let count = read(from, &buffer, buffer.count)
        guard count > 0 else { return }
        let cut = index == 0 ? takeCut(buffer.prefix(count)) : nil
        if cut == .silence {
          // Nobody else comes through either.
          unlink("\(folder.path)/.s.PGSQL.5432")
          sleep(5)
        }
        if cut == .silence || cut == .beforeForwarding { return }
        guard write(to, buffer, count) == count else { return }
        if cut == .afterForwarding {
          // The server has done it when it answers, and nobody is told.
          _ = read(upstream, &buffer, buffer.count)
          return
        }
      }
    }
  }

  private func takeCut(_ bytes: ArraySlice<UInt8>) -> Cut? {
    plan.withLock { planned in
      guard let plan = planned, bytes.contains(plan.text) else { return nil }
      planned = nil
      return plan.cut
    }
  }
}

private func withSocketAddress<Result>(
  _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}
