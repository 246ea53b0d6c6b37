import Glibc
import Synchronization
import YuiText

/// Collects what closures on other threads tell.
final class Collected<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])

  func append(_ element: Element) { elements.withLock { $0.append(element) } }
  var all: [Element] { elements.withLock { $0 } }
  var count: Int { elements.withLock { $0.count } }
}

/// Waits until something becomes true, for half a minute at most; says whether it did.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<15_000 {
    if try condition() { return true }
    usleep(2_000)
  }
  return false
}

/// Holds threads until it is opened.
final class Gate: Sendable {
  private let isOpen = Atomic(false)

  func open() { isOpen.store(true, ordering: .releasing) }

  func wait() {
    while !isOpen.load(ordering: .acquiring) { usleep(500) }
  }
}

/// A clock that a test moves.
final class ManualClock: Sendable {
  private let time = Mutex(TestTenant.now)

  var clock: Clock { Clock { self.time.withLock { $0 } } }

  func advance(milliseconds: Int64) {
    time.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + milliseconds) }
  }
}
