import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// What waits to be sent and what was given up, each with its last error.
struct OutboxPages: Sendable {
  private static let shown = 100

  static let routes: [Route] = [
    .get("/staff/outbox", access: .permission(TenantPermission.settings)) { context, snapshot in
      page(
        waiting: try OutboxStore.messages(.waiting, limit: shown, in: snapshot),
        failed: try OutboxStore.messages(.failed, limit: shown, in: snapshot),
        hooks: try WebhookStore.all(in: snapshot), context)
    },
    .post("/staff/outbox/{id}/retry", access: .permission(TenantPermission.settings)) { context in
      let id = try context.request.parameter("id", as: UUIDv7.self)
      return { transaction in
        guard try OutboxStore.retry(id, at: context.now, in: transaction) else {
          throw HTTPProblem.notFound
        }
        try context.record(
          AuditEvent("tenant.message.retried", subject: "\(id)"), in: transaction)
        return .redirect(to: "/staff/outbox")
      }
    },
    .post("/staff/outbox/{id}/delete", access: .permission(TenantPermission.settings)) { context in
      let id = try context.request.parameter("id", as: UUIDv7.self)
      return { transaction in
        guard try OutboxStore.remove(id, in: transaction) else { throw HTTPProblem.notFound }
        try context.record(
          AuditEvent("tenant.message.removed", subject: "\(id)"), in: transaction)
        return .redirect(to: "/staff/outbox")
      }
    },
  ]

  private static func page(
    waiting: [OutboxMessage], failed: [OutboxMessage], hooks: [Webhook],
    _ context: RequestContext
  ) -> Response {
    context.page(
      LocalizedText(ja: "送信の状況", en: "What goes out"),
      lead: LocalizedText(
        ja: "送れなかったものは、間隔をあけて約3日間送り直します。",
        en: "What could not be sent is tried again for about three days.")
    ) {
      if waiting.isEmpty && failed.isEmpty {
        p { context.text(ja: "送信待ちのものはありません。", en: "Nothing waits.") }
      }
      if !failed.isEmpty {
        list(context.text(ja: "送れなかったもの", en: "Given up"), failed, hooks, context)
      }
      if !waiting.isEmpty {
        list(context.text(ja: "送信待ち", en: "Waiting"), waiting, hooks, context)
      }
    }
  }

  /// A list rather than a table: on a phone a last column with what can be done is out of sight.
  private static func list(
    _ title: String, _ messages: [OutboxMessage], _ hooks: [Webhook], _ context: RequestContext
  ) -> HTML {
    section {
      h2 { title }
      ResourceList(
        messages.map { message in
          let hook = hooks.first { $0.id.description == message.target }
          return .init(message.title, aside: actions(message, context)) {
            p { context.text(ja: "宛先：", en: "To: ") + (hook?.url ?? message.target) }
            if !message.error.isEmpty {
              p { context.text(ja: "最後のエラー：", en: "Last error: ") + message.error }
            }
            p { attempts(message, context) }
          }
        })
    }
  }

  private static func attempts(_ message: OutboxMessage, _ context: RequestContext) -> String {
    let count = context.text(
      ja: "試行：\(message.attempts)回", en: "Attempts: \(message.attempts)")
    guard message.state == .waiting else { return count }
    let next = message.dueAt.text(context.language)
    return count + context.text(ja: "、次回：\(next)", en: ", next \(next)")
  }

  private static func actions(_ message: OutboxMessage, _ context: RequestContext) -> HTML {
    div(.class("actions")) {
      form(.method("post"), .action("/staff/outbox/\(message.id)/retry")) {
        context.antiForgeryField
        Button(context.text(ja: "今すぐ送る", en: "Send now"), size: .small)
      }
      form(.method("post"), .action("/staff/outbox/\(message.id)/delete")) {
        context.antiForgeryField
        Button(context.text(ja: "取りやめる", en: "Drop"), style: .text, size: .small)
      }
    }
  }
}
