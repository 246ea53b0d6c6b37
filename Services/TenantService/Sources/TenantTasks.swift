import YuiStorage
import YuiTenancy
public import YuiText

/// Runs the tasks of every tenant's modules while a server runs.
public final class TenantTasks: Sendable {
  private let scheduler: TaskScheduler
  private let pool: WorkerPool

  /// Starts keeping the time; tasks begin with ``update(_:)``.
  ///
  /// - Parameter report: told of tasks that failed.
  public init(clock: Clock, report: @escaping @Sendable (String) -> Void) {
    pool = WorkerPool(name: "yui-tasks", threads: 2, capacity: 4096, niceness: 10)
    scheduler = TaskScheduler(pool: pool, clock: clock) { job, error in
      report("task \(job.task) of tenant \(job.tenant) failed: \(error)")
    }
  }

  /// Takes up which tenants and modules there are.
  public func update(_ deployment: Deployment) throws {
    var wanted: [(TaskScheduler.Job, Store, ModuleTask)] = []
    for tenant in try deployment.tenants() {
      let store = try deployment.store(of: tenant)
      let modules = deployment.modules.filter { tenant.modules.contains($0.identifier) }
      wanted.append(
        (
          .init(tenant: store.name, task: UnfinishedImports.taskName), store,
          UnfinishedImports.task(of: modules)
        ))
      for module in modules {
        for task in module.tasks {
          let name = "\(module.identifier).\(task.name)"
          wanted.append((.init(tenant: store.name, task: name), store, task))
        }
      }
    }
    scheduler.schedule(wanted.map { (job: $0.0, store: $0.1, task: $0.2) })
  }

  /// Runs a task soon, which a transaction asked for, here or in a command beside the server.
  public func wake(tenant: String, task: String) {
    scheduler.wake(.init(tenant: tenant, task: task))
  }

  /// Finishes what runs, and starts no more.
  public func stop() {
    scheduler.stop()
    pool.close()
  }
}
