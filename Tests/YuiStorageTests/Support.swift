import Glibc
import Synchronization
import YuiStorage

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

extension Store {
  func addNote(_ id: Int, _ body: String = "note") throws {
    try write { try $0.execute("INSERT INTO notes (id, body) VALUES (\(id), \(body))") }
  }

  func noteIDs() throws -> [Int] {
    try read { try $0.all("SELECT id FROM notes ORDER BY id") { try $0.int(0) } }
  }

  /// Submits writes while the writer is held up, so that they form one batch; returns what each
  /// was answered.
  func writeTogether(
    _ bodies: [@Sendable (Transaction) throws -> Void]
  ) throws -> [StoreError.Code?] {
    let (started, gate) = (Gate(), Gate())
    submit(
      { _ in
        started.open()
        gate.wait()
      }, then: { _ in started.open() })
    started.wait()
    let answers = Answers(count: bodies.count)
    for (index, body) in bodies.enumerated() {
      submit(body) { answers.set(index, $0) }
    }
    gate.open()
    _ = eventually { answers.isComplete }
    return answers.codes
  }
}

/// The answers to some writes.
final class Answers: Sendable {
  private let results: Mutex<[Result<Void, any Error>?]>

  init(count: Int) {
    results = Mutex(Array(repeating: nil, count: count))
  }

  func set(_ index: Int, _ result: Result<Void, any Error>) {
    results.withLock { $0[index] = result }
  }

  var isComplete: Bool { results.withLock { !$0.contains { $0 == nil } } }

  /// For each write `nil` if it was kept, otherwise why not.
  var codes: [StoreError.Code?] {
    results.withLock { results in
      results.map { result in
        switch result {
        case .success: nil
        case .failure(let error as StoreError): error.code
        case .failure: .statement
        case nil: .misuse
        }
      }
    }
  }
}

/// Holds a thread until it is opened.
final class Gate: Sendable {
  private let isOpen = Atomic(false)

  func open() { isOpen.store(true, ordering: .releasing) }
  var isOpened: Bool { isOpen.load(ordering: .acquiring) }

  func wait() {
    while !isOpened { usleep(500) }
  }
}

/// Runs something that should fail; returns the kind of its failure.
func failure(_ body: () throws -> Void) -> StoreError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? StoreError)?.code
  }
}
