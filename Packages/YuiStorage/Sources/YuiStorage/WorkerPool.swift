import Glibc

/// A few threads that do work from one bounded queue.
///
/// Used for the writers of all stores, and for slow work that must not hold up a server's threads.
///
/// ```swift
/// let slow = WorkerPool(name: "slow", threads: 4, capacity: 256)
/// guard slow.submit({ export() }) else { throw tooBusy }
/// ```
public final class WorkerPool: Sendable {
  typealias Work = @Sendable () -> Void

  private struct State {
    var ready: [Work] = []
    var delayed: [(due: Int64, work: Work)] = []
    var isClosed = false
    var threads: [pthread_t] = []
  }

  private let name: String
  private let capacity: Int
  private let niceness: Int32
  private let state = Monitor(State())

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - name: What the threads are called in a debugger, of which the system shows 15 bytes.
  ///   - threads: How many there are.
  ///   - capacity: How much work may wait.
  ///   - niceness: How far its threads stand back for others, 0 to 19.
  public init(name: String, threads: Int, capacity: Int, niceness: Int32 = 0) {
    self.name = name
    self.capacity = capacity
    self.niceness = niceness
    for _ in 0..<threads { startThread() }
  }

  deinit {
    close()
  }

  /// How much work is waiting, without what is being done.
  public var queued: Int { state.read { $0.ready.count } }

  /// Whether the calling thread is one of this pool's.
  public var isCurrentThread: Bool {
    let current = pthread_self()
    return state.read { $0.threads.contains { pthread_equal($0, current) != 0 } }
  }

  /// Queues work; returns false when the queue is full or closed, and then never does it.
  public func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
    state.update { state in
      guard !state.isClosed, state.ready.count < capacity else { return false }
      state.ready.append(work)
      return true
    }
  }

  /// Queues work for later, beyond the capacity; what is not yet due at closing is dropped.
  package func submit(after nanoseconds: Int64, _ work: @escaping @Sendable () -> Void) {
    state.update { state in
      if !state.isClosed { state.delayed.append((MonotonicTime.now() + nanoseconds, work)) }
    }
  }

  /// Takes no more work, waits until what was accepted is done, and ends the threads.
  public func close() {
    let threads = state.updateForAll { state -> [pthread_t] in
      if state.isClosed { return [] }
      state.isClosed = true
      state.delayed = []
      return state.threads
    }
    let current = pthread_self()
    for thread in threads {
      if pthread_equal(thread, current) != 0 {
        pthread_detach(thread)
      } else {
        pthread_join(thread, nil)
      }
    }
  }
}

extension WorkerPool {
  private static func next(_ monitor: Monitor<State>) -> Work? {
    monitor.wait { state in
      let now = MonotonicTime.now()
      while let due = state.delayed.firstIndex(where: { $0.due <= now }) {
        state.ready.append(state.delayed.remove(at: due).work)
      }
      if !state.ready.isEmpty { return .done(state.ready.removeFirst()) }
      if state.isClosed { return .done(nil) }
      return .wait(nanoseconds: state.delayed.map { $0.due - now }.min())
    }
  }

  /// Names the calling thread; `pthread_setname_np` is hidden from Swift by glibc's headers.
  private static func nameThread(_ name: String) {
    let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    _ = write(file, name, min(name.utf8.count, 15))
    Glibc.close(file)
  }

  private func startThread() {
    let (name, niceness, monitor) = (name, niceness, state)
    // The thread holds the queue, not the pool, so that a pool nobody holds ends by itself.
    let loop: Work = {
      Self.nameThread(name)
      // On Linux a thread has a niceness of its own, and 0 names the calling one.
      if niceness > 0 { _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness) }
      while let work = Self.next(monitor) { work() }
    }
    let context = Unmanaged.passRetained(ThreadBody(loop))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    precondition(failure == 0, "no thread could be started: error \(failure)")
    state.update { $0.threads.append(thread) }
  }
}

private final class ThreadBody: Sendable {
  let run: WorkerPool.Work

  init(_ run: @escaping WorkerPool.Work) {
    self.run = run
  }
}
