import Glibc
import Synchronization

/// A thread that does the same small thing again and again until it is stopped.
final class PeriodicThread: Sendable {
  private final class Body: Sendable {
    let descriptor: Int32
    let milliseconds: Int32
    let work: @Sendable () -> Void

    init(descriptor: Int32, milliseconds: Int32, work: @escaping @Sendable () -> Void) {
      self.descriptor = descriptor
      self.milliseconds = milliseconds
      self.work = work
    }

    func run() {
      var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      repeat {
        work()
      } while poll(&event, 1, milliseconds) <= 0
      work()
    }
  }

  /// A pipe whose writing end is closed to stop.
  private let pipeEnds: (reading: Int32, writing: Int32)
  private let thread: Mutex<pthread_t?>

  /// Starts the thread; `work` runs every so many seconds, and a last time when it is stopped.
  init(every seconds: Double, _ work: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    let hasPipe = pipe(&ends) == 0
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pipeEnds = (ends[0], ends[1])
    let body = Body(
      descriptor: ends[0], milliseconds: Int32(max(1, seconds * 1000)), work: work)
    var started = pthread_t()
    let context = Unmanaged.passRetained(body).toOpaque()
    let failure = pthread_create(
      &started, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    precondition(hasPipe && failure == 0, "No thread could be started: error \(failure)")
    thread = Mutex(started)
  }

  /// Runs the work a last time and waits for the end of the thread.
  func stop() {
    let running = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    guard let running else { return }
    close(pipeEnds.writing)
    pthread_join(running, nil)
    close(pipeEnds.reading)
  }

  deinit { stop() }
}
