package import YuiStorage
package import YuiText

/// Empties the outbox of a tenant, as far as the world takes it.
package struct OutboxDelivery: Sendable {
  /// How many messages one run sends.
  private static let batch = 20
  /// How long what was given up is shown, in seconds.
  private static let keepsFailed: Int64 = 30 * 86_400
  /// How long a message waits where something has to be set first, in seconds.
  private static let unreadyDelay: Int64 = 900

  private let courier: Courier

  package init(_ courier: Courier) {
    self.courier = courier
  }

  /// The task of a server.
  package var task: ModuleTask {
    ModuleTask("outbox", every: 60) { store, clock in try run(in: store, clock: clock) }
  }

  /// Sends what is due; true where there is more.
  package func run(in store: Store, clock: Clock) throws -> Bool {
    let now = clock.now()
    let due = try store.read { try OutboxStore.due(at: now, limit: Self.batch, in: $0) }
    var silent: Set<String> = []
    for message in due where !silent.contains(message.target) {
      let outcome = try send(message, from: store, at: clock.now())
      let isSilent = try store.write { try settle(message, outcome, at: clock.now(), in: $0) }
      if isSilent { silent.insert(message.target) }
    }
    try store.write { transaction in
      try OutboxStore.removeFailed(
        before: now.adding(seconds: -Self.keepsFailed), in: transaction)
    }
    return due.count == Self.batch
  }

  private func send(
    _ message: OutboxMessage, from store: Store, at now: Timestamp
  ) throws -> Courier.Outcome {
    switch message.kind {
    case .mail: return courier.send(mail: message)
    case .webhook:
      let hook = try UUIDv7(message.target).flatMap { id in
        try store.read { try WebhookStore.webhook(id, in: $0) }
      }
      guard let hook else { return .refused("the webhook is gone") }
      return courier.send(event: message, to: hook, at: now)
    }
  }

  /// Notes what became of a message; true where its target is not worth another one for now.
  private func settle(
    _ message: OutboxMessage, _ outcome: Courier.Outcome, at now: Timestamp,
    in transaction: Transaction
  ) throws -> Bool {
    switch outcome {
    case .sent:
      try OutboxStore.remove(message.id, in: transaction)
      return false
    case .refused(let error):
      try OutboxStore.fail(message, error, next: nil, at: now, in: transaction)
      return false
    case .failed(let error):
      let next = RetrySchedule.delay(afterAttempts: message.attempts + 1)
        .map(now.adding(seconds:))
      try OutboxStore.fail(message, error, next: next, at: now, in: transaction)
      if let next {
        try OutboxStore.postpone(message.target, until: next, because: error, in: transaction)
      }
      return true
    case .unready(let error):
      try OutboxStore.postpone(
        message.target, until: now.adding(seconds: Self.unreadyDelay), because: error,
        in: transaction)
      return true
    }
  }
}
