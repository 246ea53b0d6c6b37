public import YuiStorage
public import YuiText
public import YuiWeb

/// What goes out to the world, as rows: mail and webhooks, sent after the commit, tried again.
///
/// ```swift
/// try Outbox.mail(to: address, subject: "…", text: "…", at: context.now, in: transaction)
/// try Outbox.event("notices.put", data: ["slug": "summer"], at: context.now, in: transaction)
/// ```
///
/// A message is sent at least once: where the server dies between sending and noting so, twice.
public enum Outbox {
  /// The tables.
  public static let migrations = MigrationSet(
    "outbox",
    [
      Migration(
        1, "outbox, webhooks and digests",
        [
          """
          CREATE TABLE yui_outbox (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            target TEXT NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            state TEXT NOT NULL,
            due_at BIGINT NOT NULL,
            attempts BIGINT NOT NULL,
            error TEXT NOT NULL
          )
          """,
          "CREATE INDEX yui_outbox_due ON yui_outbox (state, due_at, id)",
          "CREATE INDEX yui_outbox_target ON yui_outbox (target, state)",
          """
          CREATE TABLE yui_webhooks (
            id TEXT PRIMARY KEY,
            url TEXT NOT NULL,
            events TEXT NOT NULL,
            secret TEXT NOT NULL
          )
          """,
          """
          CREATE TABLE yui_digest_subscriptions (
            account TEXT NOT NULL REFERENCES yui_accounts (id) ON DELETE CASCADE,
            digest TEXT NOT NULL,
            period TEXT NOT NULL,
            PRIMARY KEY (account, digest)
          )
          """,
          """
          CREATE TABLE yui_digest_runs (
            digest TEXT NOT NULL,
            period TEXT NOT NULL,
            until_at BIGINT NOT NULL,
            PRIMARY KEY (digest, period)
          )
          """,
        ])
    ])

  /// The task that empties the outbox, which a transaction wakes.
  package static let taskName = "yui.outbox"

  /// Sends a letter of plain text to one person.
  public static func mail(
    to address: EmailAddress, subject: String, text: String, at now: Timestamp,
    in transaction: Transaction
  ) throws {
    try OutboxStore.add(
      .mail, to: address.description, title: subject, body: text, at: now, in: transaction)
  }

  /// Tells every webhook that listens to this kind of event; nothing where none does.
  ///
  /// - Parameters:
  ///   - type: What happened, `{module}.{thing}.{verb}`.
  ///   - data: What a program needs to know of it.
  public static func event(
    _ type: String, data: JSONValue, at now: Timestamp, in transaction: Transaction
  ) throws {
    for hook in try WebhookStore.all(in: transaction) where hook.events.contains(type) {
      try event(type, data: data, to: hook, at: now, in: transaction)
    }
  }

  static func event(
    _ type: String, data: JSONValue, to hook: Webhook, at now: Timestamp,
    in transaction: Transaction
  ) throws {
    let body: JSONValue = [
      "type": .string(type), "timestamp": .string(now.rfc3339), "data": data,
    ]
    try OutboxStore.add(
      .webhook, to: hook.id.description, title: type,
      body: String(decoding: body.bytes, as: UTF8.self), at: now, in: transaction)
  }
}
