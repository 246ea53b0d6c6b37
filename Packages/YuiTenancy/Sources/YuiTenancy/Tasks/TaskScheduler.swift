internal import Dispatch
internal import Synchronization
package import YuiStorage
package import YuiText

/// Runs modules' tasks for every tenant: when their time has come, and soon after a transaction
/// woke one.
///
/// One thread keeps the time; the work runs on the slow pool, one task of a tenant at a time. A
/// task that says there is more runs again after a short breath, so that requests come first.
package final class TaskScheduler: Sendable {
  /// A task of one tenant.
  package struct Job: Sendable, Hashable {
    package let tenant: String
    package let task: String

    package init(tenant: String, task: String) {
      self.tenant = tenant
      self.task = task
    }
  }

  /// Milliseconds between a waking and the run, so that many wakings cost one run.
  private static let wakingDelay: Int64 = 100
  /// Milliseconds between two runs of a task that has more to do.
  private static let breath: Int64 = 50

  private struct Entry {
    let store: Store
    let task: ModuleTask
    var due: Timestamp
    var wokenWhileRunning = false
  }

  private struct State {
    var entries: [Job: Entry] = [:]
    /// Kept apart from the entries: a task may be taken away and brought back while it runs.
    var running: Set<Job> = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let changed = DispatchSemaphore(value: 0)
  private let stopped = DispatchSemaphore(value: 0)
  private let pool: WorkerPool
  private let clock: Clock
  private let report: @Sendable (Job, any Error) -> Void

  /// Starts the thread that keeps the time.
  ///
  /// - Parameter report: told of a task that failed; it is tried again at its next time.
  package init(
    pool: WorkerPool, clock: Clock, report: @escaping @Sendable (Job, any Error) -> Void
  ) {
    self.pool = pool
    self.clock = clock
    self.report = report
    let thread = DispatchQueue(label: "yui.tasks")
    thread.async { [self] in keepTime() }
  }

  /// Replaces the set of tasks; those known before keep their times.
  ///
  /// The first runs are spread over a minute, so that a start with many tenants does not open them
  /// all at once.
  package func schedule(_ wanted: [(job: Job, store: Store, task: ModuleTask)]) {
    let now = clock.now()
    state.withLock { state in
      var entries: [Job: Entry] = [:]
      for (index, item) in wanted.enumerated() {
        entries[item.job] =
          state.entries[item.job]
          ?? Entry(
            store: item.store, task: item.task, due: now.adding(seconds: Int64(index % 60)))
      }
      state.entries = entries
    }
    changed.signal()
  }

  /// Runs a task soon.
  package func wake(_ job: Job) {
    let soon = time(after: Self.wakingDelay)
    let isEarlier = state.withLock { state in
      guard let entry = state.entries[job] else { return false }
      if state.running.contains(job) {
        state.entries[job]?.wokenWhileRunning = true
        return false
      }
      guard soon < entry.due else { return false }
      state.entries[job]?.due = soon
      return true
    }
    if isEarlier { changed.signal() }
  }

  /// Starts no more tasks; those running finish with the pool.
  package func stop() {
    state.withLock { $0.isStopped = true }
    changed.signal()
    stopped.wait()
  }

  private func keepTime() {
    while true {
      let now = clock.now()
      let (due, next, isStopped) = state.withLock { state in
        let ready = state.entries.filter { !state.running.contains($0.key) }
        let due = ready.filter { $0.value.due <= now }
        state.running.formUnion(due.keys)
        let next = ready.values.map(\.due).filter { $0 > now }.min()
        return (due, next, state.isStopped)
      }
      if isStopped { break }
      for (job, entry) in due { start(job, entry) }
      let milliseconds = next.map { max(1, min($0.milliseconds - now.milliseconds, 60_000)) }
      _ = changed.wait(timeout: .now() + .milliseconds(Int(milliseconds ?? 60_000)))
    }
    stopped.signal()
  }

  private func start(_ job: Job, _ entry: Entry) {
    let wasTaken = pool.submit { [self] in
      var hasMore = false
      do {
        hasMore = try entry.task.run(entry.store, clock)
      } catch {
        report(job, error)
      }
      finish(job, after: hasMore ? Self.breath : entry.task.every * 1000)
    }
    if !wasTaken { finish(job, after: 1000) }
  }

  private func finish(_ job: Job, after milliseconds: Int64) {
    let (soon, later) = (time(after: Self.wakingDelay), time(after: milliseconds))
    state.withLock { state in
      state.running.remove(job)
      guard let entry = state.entries[job] else { return }
      state.entries[job]?.wokenWhileRunning = false
      state.entries[job]?.due = entry.wokenWhileRunning ? min(soon, later) : later
    }
    changed.signal()
  }

  private func time(after milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: clock.now().milliseconds + milliseconds)
  }
}
