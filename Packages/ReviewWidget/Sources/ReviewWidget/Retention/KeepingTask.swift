import YuiStorage
import YuiTenancy
import YuiText

/// Erases old texts and folds old ratings into counts, once a day.
enum KeepingTask {
  static let task = ModuleTask("keep", every: 3600) { store, clock in
    let now = clock.now()
    guard try store.read({ try KeepingPass.due(at: now, in: $0) != nil }) else { return false }
    return try store.write { transaction in
      // A file that was checked relies on the responses that were stored then.
      if try UnfinishedImports.exist(of: "review-responses", at: now, in: transaction) {
        return false
      }
      guard var pass = try KeepingPass.due(at: now, in: transaction) else { return false }
      try pass.advance(at: now, in: transaction)
      return !pass.isEnded
    }
  }
}
