package import YuiStorage
package import YuiText

/// Writes the digests of a tenant's modules when their time has come.
package struct DigestRun: Sendable {
  private let modules: [any Module]
  private let siteName: String
  private let address: String

  /// Knows who tells what.
  ///
  /// - Parameter address: the public address of the tenant, to which links lead.
  package init(of modules: [any Module], siteName: String, address: String) {
    self.modules = modules
    self.siteName = siteName
    self.address = address
  }

  /// The name under which a transaction wakes the task.
  package static let taskName = "yui.digests"

  /// The task of a server.
  package var task: ModuleTask {
    ModuleTask("digests", every: 600) { store, clock in
      try run(in: store, at: clock.now())
      return false
    }
  }

  package func run(in store: Store, at now: Timestamp) throws {
    for module in modules {
      for digest in module.digests {
        for period in DigestPeriod.allCases {
          try tell(digest, of: module, period, in: store, at: now)
        }
      }
    }
  }

  private func tell(
    _ digest: ModuleDigest, of module: any Module, _ period: DigestPeriod, in store: Store,
    at now: Timestamp
  ) throws {
    let name = "\(module.identifier).\(digest.name)"
    let due = period.lastDue(at: now)
    let told = try store.read { try DigestStore.toldUntil(name, period, in: $0) }
    guard try isAwaited(name, period, in: store) else {
      // Who comes later is told of the last day or week, not of all that nobody heard.
      if told != nil { try store.write { try DigestStore.forgetTold(name, period, in: $0) } }
      return
    }
    let since = told ?? period.previous(of: due)
    guard since < due else { return }
    let content = try store.read { try digest.compose(since..<due, $0) }
    let roles = module.permissions.first { $0.permission == digest.permission }?.roles ?? []
    try store.write { transaction in
      // Another process may have told it meanwhile.
      guard try DigestStore.toldUntil(name, period, in: transaction) == told else { return }
      try DigestStore.setTold(name, period, until: due, in: transaction)
      guard let content else { return }
      try Outbox.event(
        "\(name).\(period.rawValue)", data: content.data, at: now, in: transaction)
      let wanted = try DigestStore.subscribers(to: name, period, in: transaction)
      for account in try AccountStore.all(in: transaction)
      where wanted.contains(account.id) && account.isEnabled && roles.contains(account.role) {
        try Outbox.mail(
          to: account.email, subject: "\(siteName): \(content.subject[.ja])",
          text: letter(content), at: now, in: transaction)
      }
    }
  }

  /// Whether anybody wants it: an account, or a webhook.
  private func isAwaited(
    _ name: String, _ period: DigestPeriod, in store: Store
  ) throws -> Bool {
    try store.read { snapshot in
      try !DigestStore.subscribers(to: name, period, in: snapshot).isEmpty
        || WebhookStore.all(in: snapshot).contains {
          $0.events.contains("\(name).\(period.rawValue)")
        }
    }
  }

  /// Both languages: nobody said which one an address reads.
  private func letter(_ content: DigestContent) -> String {
    let parts = [Language.ja, .en].map { language in
      ([content.subject[language], ""]
        + content.lines.flatMap { line in
          [line.text[language]] + (line.path.map { ["  \(address)\($0)"] } ?? [])
        }).joined(separator: "\n")
    }
    let end = "この通知の設定 / What you are sent\n  \(address)/staff/digests"
    return (parts + [end]).joined(separator: "\n\n----\n\n") + "\n"
  }
}
