import Synchronization
import YuiStorage

/// Threads that wait for remote stores while those are read, apart from slow work, so that exports
/// don't hold up pages.
///
/// They start with the first such read: where every store is a file, there are none.
final class RemoteReads: Sendable {
  private let threads: Int
  private let capacity: Int
  private let patience: Double
  private let pool = Mutex<WorkerPool?>(nil)

  init(_ configuration: ServerConfiguration) {
    threads = configuration.remoteReadThreads
    capacity = configuration.remoteReadQueue
    patience = configuration.remoteReadPatience
  }

  /// How much is waiting for a thread.
  var queued: Int { pool.withLock { $0 }?.queued ?? 0 }

  /// Queues a read; `refuse` is called in its place where too much is waiting, or it waited too
  /// long.
  func submit(
    _ read: @escaping @Sendable () -> Void, orElse refuse: @escaping @Sendable () -> Void
  ) {
    let deadline = SteadyClock.now() + patience
    let isAccepted = started.submit { SteadyClock.now() < deadline ? read() : refuse() }
    if !isAccepted { refuse() }
  }

  /// Takes no more reads, and ends the threads once those accepted are done.
  func close() { pool.withLock { $0 }?.close() }

  private var started: WorkerPool {
    pool.withLock { pool in
      if let pool { return pool }
      let started = WorkerPool(name: "remote-read", threads: threads, capacity: capacity)
      pool = started
      return started
    }
  }
}
