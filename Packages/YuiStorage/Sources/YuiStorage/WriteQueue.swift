import YuiText

/// The writes of one store that wait, and whether they may.
struct WriteQueue {
  private(set) var waiting: [WriteJob] = []
  /// Whether the writer has a turn coming or running: there is never more than one.
  private(set) var hasTurn = false
  /// What the disk or the server lets the store do.
  var condition = StoreHealth.ready
  /// Why writes are refused although they could be done.
  var hold: (reason: StoreError, since: Timestamp)?
  var isClosed = false
  /// Until then, in monotonic time, other processes get their turn.
  var pauseUntil: Int64 = 0

  /// What those who write are to know.
  var health: StoreHealth {
    guard condition == .ready, let hold else { return condition }
    return .readOnly(reason: hold.reason, since: hold.since)
  }

  enum Admission {
    case queued
    /// Queued, and the caller has to give the writer a turn.
    case needsTurn
    case refused(StoreError)
  }

  mutating func admit(_ job: WriteJob, limit: Int, store: String) -> Admission {
    if isClosed { return .refused(StoreError(.closed, "the store is closed", context: store)) }
    if case .readOnly(let reason, _) = health {
      return .refused(.readOnly(store: store, because: reason))
    }
    if waiting.count >= limit {
      let message = "\(waiting.count) writes are waiting"
      return .refused(StoreError(.busy, message, context: store, retryAfter: 1))
    }
    waiting.append(job)
    defer { hasTurn = true }
    return hasTurn ? .queued : .needsTurn
  }

  /// Takes the writer's turn for something else than writing, unless there is a reason not to.
  mutating func takeIdleTurn() -> Bool {
    guard !hasTurn, !isClosed, hold == nil, health == .ready else { return false }
    hasTurn = true
    return true
  }

  /// Takes what the next batch is made of.
  mutating func take(_ limit: Int) -> [WriteJob] {
    defer { waiting.removeFirst(min(limit, waiting.count)) }
    return Array(waiting.prefix(limit))
  }

  /// Puts back what could not be written yet, before what came later.
  mutating func putBack(_ jobs: ArraySlice<WriteJob>) {
    waiting.insert(contentsOf: jobs, at: 0)
  }

  /// Ends a turn; returns whether another one is needed.
  mutating func endTurn() -> Bool {
    hasTurn = !waiting.isEmpty
    return hasTurn
  }

  /// Refuses writes from now on; returns those that were waiting.
  mutating func turnReadOnly(_ reason: StoreError, at time: Timestamp) -> [WriteJob] {
    condition = .readOnly(reason: reason, since: time)
    defer { waiting = [] }
    return waiting
  }
}

extension StoreError {
  static func readOnly(store: String, because reason: StoreError) -> StoreError {
    StoreError(
      .readOnly, "the store takes no writes at present (\(reason.code))", context: store,
      retryAfter: reason.retryAfter ?? (reason.isConnectionFailure ? 5 : 15))
  }
}
