import YuiStorage

/// Asks a running server now and then how far it is with a move.
final class MoveWatch: Sendable {
  private let pool = WorkerPool(name: "yui-progress", threads: 1, capacity: 1)
  private let progress: @Sendable (BackupProgress) -> Void
  private let ask: @Sendable () throws -> String

  init(
    _ progress: @escaping @Sendable (BackupProgress) -> Void,
    ask: @escaping @Sendable () throws -> String
  ) {
    (self.progress, self.ask) = (progress, ask)
    askSoon()
  }

  func stop() { pool.close() }

  private func askSoon() {
    pool.submit(after: 200_000_000) { [weak self] in
      guard let self else { return }
      let numbers = (try? ask())?.split(separator: " ").compactMap { Int($0) } ?? []
      if numbers.count == 2 {
        progress(BackupProgress(done: numbers[0], total: numbers[1]))
      }
      askSoon()
    }
  }
}
