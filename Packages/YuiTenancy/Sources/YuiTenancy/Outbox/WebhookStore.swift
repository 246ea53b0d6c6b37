package import YuiStorage

/// The webhooks of one tenant: all their SQL.
package enum WebhookStore {
  /// The most webhooks of a tenant.
  static let most = 20

  package static func all(in source: some Queryable) throws -> [Webhook] {
    try source.all(
      "SELECT id, url, events, secret FROM yui_webhooks ORDER BY id LIMIT \(most)",
      webhook(from:))
  }

  static func webhook(_ id: UUIDv7, in source: some Queryable) throws -> Webhook? {
    try source.first(
      "SELECT id, url, events, secret FROM yui_webhooks WHERE id = \(id)", webhook(from:))
  }

  package static func add(_ hook: Webhook, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO yui_webhooks (id, url, events, secret)
      VALUES (\(hook.id), \(hook.url), \(hook.events.sorted().joined(separator: " ")),
        \(hook.secret))
      """)
  }

  /// Forgets a webhook and what waits for it.
  static func remove(_ id: UUIDv7, in transaction: Transaction) throws {
    try transaction.execute("DELETE FROM yui_webhooks WHERE id = \(id)")
    try OutboxStore.removeAll(for: id.description, in: transaction)
  }

  private static func webhook(from row: Row) throws -> Webhook {
    Webhook(
      id: try row.uuid(0), url: try row.text(1),
      events: Set(try row.text(2).split(separator: " ").map(String.init)),
      secret: try row.text(3))
  }
}
