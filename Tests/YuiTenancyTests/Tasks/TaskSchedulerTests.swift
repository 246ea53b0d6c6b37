import Glibc
import Synchronization
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct TaskSchedulerTests {
  @Test(
    "A task runs at once, and again when its time has come and not before",
    arguments: Engine.allCases)
  func schedule(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    bench.schedule([bench.task("count", every: 60)])
    #expect(bench.reaches(1, "count"))
    bench.clock.advance(milliseconds: 59_999)
    bench.settle()
    #expect(bench.runs("count") == 1)
    bench.clock.advance(milliseconds: 1)
    bench.settle()
    #expect(bench.reaches(2, "count"))
  }

  @Test("First runs are spread over a minute", arguments: Engine.allCases)
  func spread(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    let names = ["a", "b", "c"]
    bench.schedule(names.map { bench.task($0, every: 600) })
    #expect(bench.reaches(1, "a"))
    bench.settle()
    #expect(names.map(bench.runs) == [1, 0, 0])
    bench.clock.advance(milliseconds: 1_000)
    bench.settle()
    #expect(bench.reaches(1, "b"))
    #expect(names.map(bench.runs) == [1, 1, 0])
  }

  @Test(
    "A woken task runs a tenth of a second later, once however often it was woken",
    arguments: Engine.allCases)
  func wake(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    bench.schedule([bench.task("index", every: 600)])
    #expect(bench.reaches(1, "index"))
    for _ in 0..<20 { bench.wake("index") }
    bench.settle()
    #expect(bench.runs("index") == 1)
    bench.clock.advance(milliseconds: 100)
    #expect(bench.reaches(2, "index"))
    bench.settle()
    #expect(bench.runs("index") == 2)
  }

  @Test("Waking a task that nobody knows does nothing", arguments: Engine.allCases)
  func unknown(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    bench.schedule([bench.task("index", every: 600)])
    #expect(bench.reaches(1, "index"))
    bench.wake("other")
    bench.settle()
    #expect(bench.runs("index") == 1)
  }

  @Test(
    "A task that says there is more runs again after a breath, until there is no more",
    arguments: Engine.allCases)
  func more(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    bench.schedule([bench.task("import", every: 86_400) { run in run < 5 }])
    #expect(bench.reachesAsTimeGoes(5, "import"))
    bench.clock.advance(milliseconds: 1_000)
    bench.settle()
    #expect(bench.runs("import") == 5)
  }

  @Test(
    "A task runs once at a time; woken meanwhile, it runs once more", arguments: Engine.allCases)
  func oneAtATime(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    let gate = Gate()
    bench.schedule([
      bench.task("slow", every: 86_400) { run in
        if run == 1 { gate.wait() }
        return false
      }
    ])
    #expect(bench.begins(1, "slow"))
    for _ in 0..<5 { bench.wake("slow") }
    bench.clock.advance(milliseconds: 90_000_000)
    bench.settle()
    #expect(bench.begun("slow") == 1)
    gate.open()
    #expect(bench.reachesAsTimeGoes(2, "slow"))
    bench.clock.advance(milliseconds: 1_000)
    bench.settle()
    #expect(bench.runs("slow") == 2)
    #expect(bench.mostAtOnce == 1)
  }

  @Test(
    "A task that is taken away and brought back while it runs still runs once at a time",
    arguments: Engine.allCases)
  func rescheduled(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    let gate = Gate()
    let task = bench.task("slow", every: 86_400) { run in
      if run == 1 { gate.wait() }
      return false
    }
    bench.schedule([task])
    #expect(bench.begins(1, "slow"))
    bench.schedule([])
    bench.schedule([task])
    bench.settle()
    #expect(bench.begun("slow") == 1)
    bench.wake("slow")
    gate.open()
    #expect(bench.reachesAsTimeGoes(2, "slow"))
    #expect(bench.mostAtOnce == 1)
  }

  @Test("A task that is taken away runs no more", arguments: Engine.allCases)
  func removed(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    bench.schedule([bench.task("a", every: 60), bench.task("b", every: 60)])
    #expect(bench.reaches(1, "a"))
    bench.schedule([])
    bench.clock.advance(milliseconds: 600_000)
    bench.wake("a")
    bench.settle()
    #expect(bench.runs("a") == 1)
    #expect(bench.runs("b") == 0)
  }

  @Test(
    "A task that fails is reported and tried again at its time; others go on",
    arguments: Engine.allCases)
  func failing(engine: Engine) throws {
    struct Broken: Error {}
    let bench = try SchedulerBench(engine)
    bench.schedule([
      bench.task("broken", every: 60) { _ in throw Broken() }, bench.task("sound", every: 60),
    ])
    #expect(bench.reaches(1, "broken"))
    bench.clock.advance(milliseconds: 60_000)
    bench.settle()
    #expect(bench.reaches(2, "broken"))
    #expect(bench.reaches(1, "sound"))
    #expect(eventually { bench.failures.count == 2 })
    #expect(bench.failures.all == ["broken", "broken"])
  }

  @Test(
    "A task that finds no free thread is not lost: it is tried again a second later",
    arguments: Engine.allCases)
  func fullPool(engine: Engine) throws {
    let bench = try SchedulerBench(engine, threads: 1, capacity: 1)
    let gate = Gate()
    let isHeld = Gate()
    let wasTaken = bench.pool.submit {
      isHeld.open()
      gate.wait()
    }
    #expect(wasTaken)
    isHeld.wait()
    #expect(bench.pool.submit {})
    bench.schedule([bench.task("late", every: 600)])
    // Time for the attempt that fails; nothing is wrong where it comes later and succeeds.
    usleep(50_000)
    gate.open()
    #expect(bench.reachesAsTimeGoes(1, "late"))
  }

  @Test("After stopping nothing starts; what runs is finished", arguments: Engine.allCases)
  func stop(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    let gate = Gate()
    bench.schedule([
      bench.task("slow", every: 60) { _ in
        gate.wait()
        return true
      }
    ])
    #expect(bench.begins(1, "slow"))
    bench.stop()
    gate.open()
    bench.pool.close()
    #expect(bench.runs("slow") == 1)
    bench.clock.advance(milliseconds: 600_000)
    bench.wake("slow")
    #expect(bench.begun("slow") == 1)
  }

  @Test("The same task of two tenants is two tasks", arguments: Engine.allCases)
  func tenants(engine: Engine) throws {
    let bench = try SchedulerBench(engine)
    let task = bench.task("count", every: 600).task
    bench.schedule([
      (TaskScheduler.Job(tenant: "131041", task: "count"), bench.tenant.store, task),
      (TaskScheduler.Job(tenant: "131016", task: "count"), bench.tenant.store, task),
    ])
    #expect(bench.reaches(1, "count"))
    bench.clock.advance(milliseconds: 1_000)
    bench.settle()
    #expect(bench.reaches(2, "count"))
  }
}

/// A scheduler on a clock that the test moves, with tasks that count their runs.
private final class SchedulerBench: Sendable {
  private struct Counts {
    var begun: [String: Int] = [:]
    var done: [String: Int] = [:]
    var running: [String: Int] = [:]
    var mostAtOnce = 0
    var marks = 0
    var isStopped = false
    var wanted: [(job: TaskScheduler.Job, store: Store, task: ModuleTask)] = []
  }

  let clock = ManualClock()
  let tenant: TestTenant
  let pool: WorkerPool
  let failures = Collected<String>()
  private let scheduler: TaskScheduler
  private let counts = Mutex(Counts())

  init(_ engine: Engine, threads: Int = 4, capacity: Int = 64) throws {
    tenant = try TestTenant(engine)
    pool = WorkerPool(name: "test-tasks", threads: threads, capacity: capacity)
    scheduler = TaskScheduler(pool: pool, clock: clock.clock) { [failures] job, _ in
      failures.append(job.task)
    }
  }

  deinit { stop() }

  func task(
    _ name: String, every seconds: Int64,
    body: @escaping @Sendable (Int) throws -> Bool = { _ in false }
  ) -> (job: TaskScheduler.Job, store: Store, task: ModuleTask) {
    let task = ModuleTask(name, every: seconds) { [weak self] _, _ in
      guard let self else { return false }
      let run = counts.withLock { counts in
        counts.begun[name, default: 0] += 1
        counts.running[name, default: 0] += 1
        counts.mostAtOnce = max(counts.mostAtOnce, counts.running[name, default: 0])
        return counts.begun[name, default: 0]
      }
      defer {
        counts.withLock { counts in
          counts.running[name, default: 0] -= 1
          counts.done[name, default: 0] += 1
        }
      }
      return try body(run)
    }
    return (TaskScheduler.Job(tenant: "131041", task: name), tenant.store, task)
  }

  func schedule(_ wanted: [(job: TaskScheduler.Job, store: Store, task: ModuleTask)]) {
    counts.withLock { $0.wanted = wanted }
    scheduler.schedule(wanted)
  }

  func wake(_ task: String) { scheduler.wake(.init(tenant: "131041", task: task)) }

  /// Waits until everything that is due now has begun.
  ///
  /// A new task is due at once, and whatever is due is started with it; when a second one has begun
  /// too, all that came before has.
  func settle() {
    for _ in 1...2 {
      let mark = counts.withLock { counts in
        counts.marks += 1
        return "mark \(counts.marks)"
      }
      scheduler.schedule([task(mark, every: 86_400)] + counts.withLock { $0.wanted })
      _ = begins(1, mark)
    }
    look()
  }

  /// Has the scheduler look at the clock.
  func look() { scheduler.schedule(counts.withLock { $0.wanted }) }

  func runs(_ task: String) -> Int { counts.withLock { $0.done[task] ?? 0 } }
  func begun(_ task: String) -> Int { counts.withLock { $0.begun[task] ?? 0 } }
  func reaches(_ count: Int, _ task: String) -> Bool { eventually { runs(task) >= count } }
  /// Moves the clock on, a tenth of a second at a time, until a task has run so often.
  func reachesAsTimeGoes(_ count: Int, _ task: String) -> Bool {
    eventually {
      clock.advance(milliseconds: 100)
      look()
      return runs(task) >= count
    }
  }
  func begins(_ count: Int, _ task: String) -> Bool { eventually { begun(task) >= count } }
  /// The most runs of one task at the same time.
  var mostAtOnce: Int { counts.withLock { $0.mostAtOnce } }

  func stop() {
    let isFirst = counts.withLock { counts in
      defer { counts.isStopped = true }
      return !counts.isStopped
    }
    if isFirst { scheduler.stop() }
  }
}
