/// How many connections of a pool are open, where their number is limited.
final class ConnectionBudget: Sendable {
  private let limit: Int
  private let taken = Monitor(0)

  init(limit: Int) {
    self.limit = limit
  }

  /// Returns the right to open a connection, or `nil` if all are taken.
  func take() -> ConnectionPermit? {
    let isGranted = taken.update { taken in
      guard taken < limit else { return false }
      taken += 1
      return true
    }
    return isGranted ? ConnectionPermit(self) : nil
  }

  /// Waits until a permit is given back; false if none was for so long.
  func waitForRoom(nanoseconds: Int64) -> Bool {
    let deadline = MonotonicTime.now() + nanoseconds
    return taken.wait { taken in
      if taken < limit { return .done(true) }
      let rest = deadline - MonotonicTime.now()
      return rest > 0 ? .wait(nanoseconds: rest) : .done(false)
    }
  }

  fileprivate func giveBack() {
    taken.updateForAll { $0 -= 1 }
  }
}

/// The right to have one connection open, given back when it is let go of.
final class ConnectionPermit: Sendable {
  private let budget: ConnectionBudget

  fileprivate init(_ budget: ConnectionBudget) {
    self.budget = budget
  }

  deinit {
    budget.giveBack()
  }
}

/// A connection that is open, and the right to have it open.
struct OpenConnection: Sendable {
  let connection: any EngineConnection
  let permit: ConnectionPermit?
}
