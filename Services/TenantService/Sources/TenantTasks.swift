import YuiStorage
import YuiTenancy
public import YuiText

/// Runs the tasks of every tenant's modules while a server runs.
public final class TenantTasks: Sendable {
  private let scheduler: TaskScheduler
  private let pool: WorkerPool
  /// Whoever does not answer keeps letters waiting, and no other task.
  private let posting: TaskScheduler
  private let postingPool: WorkerPool
  private let delivery: OutboxDelivery

  /// Starts keeping the time; tasks begin with ``update(_:)``.
  ///
  /// - Parameters:
  ///   - outgoing: how mail and webhooks leave the house.
  ///   - report: told of tasks that failed.
  public init(
    clock: Clock, outgoing: OutgoingSettings = OutgoingSettings(),
    report: @escaping @Sendable (String) -> Void
  ) {
    let failed: @Sendable (TaskScheduler.Job, any Error) -> Void = { job, error in
      report("task \(job.task) of tenant \(job.tenant) failed: \(error)")
    }
    pool = WorkerPool(name: "yui-tasks", threads: 2, capacity: 4096, niceness: 10)
    scheduler = TaskScheduler(pool: pool, clock: clock, report: failed)
    postingPool = WorkerPool(name: "yui-outbox", threads: 2, capacity: 4096, niceness: 10)
    posting = TaskScheduler(pool: postingPool, clock: clock, report: failed)
    delivery = OutboxDelivery(outgoing.courier)
  }

  /// Takes up which tenants and modules there are.
  public func update(_ deployment: Deployment) throws {
    var wanted: [(TaskScheduler.Job, Store, ModuleTask)] = []
    var letters: [(job: TaskScheduler.Job, store: Store, task: ModuleTask)] = []
    for tenant in try deployment.tenants() {
      let store = try deployment.store(of: tenant)
      let modules = deployment.modules.filter { tenant.modules.contains($0.identifier) }
      wanted.append(
        (
          .init(tenant: store.name, task: UnfinishedImports.taskName), store,
          UnfinishedImports.task(of: modules)
        ))
      wanted.append(
        (
          .init(tenant: store.name, task: DigestRun.taskName), store,
          DigestRun(
            of: modules, siteName: tenant.name,
            address: tenant.publicURL ?? "https://\(tenant.host)"
          ).task
        ))
      letters.append((.init(tenant: store.name, task: Outbox.taskName), store, delivery.task))
      wanted.append((.init(tenant: store.name, task: TidyTask.name), store, TidyTask.task))
      for module in modules {
        for task in module.tasks {
          let name = "\(module.identifier).\(task.name)"
          wanted.append((.init(tenant: store.name, task: name), store, task))
        }
      }
    }
    posting.schedule(letters)
    scheduler.schedule(wanted.map { (job: $0.0, store: $0.1, task: $0.2) })
  }

  /// Runs a task soon, which a transaction asked for, here or in a command beside the server.
  public func wake(tenant: String, task: String) {
    let job = TaskScheduler.Job(tenant: tenant, task: task)
    if task == Outbox.taskName { posting.wake(job) } else { scheduler.wake(job) }
  }

  /// Finishes what runs, and starts no more.
  public func stop() {
    scheduler.stop()
    posting.stop()
    pool.close()
    postingPool.close()
  }
}
