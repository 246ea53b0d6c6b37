import Glibc
import Synchronization

/// Threads of their own for clients that wait, so that the few threads of the test runner do not.
enum Threads {
  /// Runs a body once on each of `count` new threads; ``Running/join()`` waits for all of them.
  static func start(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Running {
    Running(
      threads: (0..<count).map { index in
        let work = Unmanaged.passRetained(Work { body(index) })
        var thread = pthread_t()
        pthread_create(&thread, nil, run, work.toOpaque())
        return thread
      })
  }

  struct Running {
    fileprivate let threads: [pthread_t]

    func join() { for thread in threads { pthread_join(thread, nil) } }
  }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func run(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let work else { return nil }
  Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
  return nil
}
