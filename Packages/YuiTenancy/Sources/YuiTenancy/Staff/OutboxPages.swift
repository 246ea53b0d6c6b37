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
        table(context.text(ja: "送れなかったもの", en: "Given up"), failed, hooks, context)
      }
      if !waiting.isEmpty {
        table(context.text(ja: "送信待ち", en: "Waiting"), waiting, hooks, context)
      }
    }
  }

  private static func table(
    _ title: String, _ messages: [OutboxMessage], _ hooks: [Webhook], _ context: RequestContext
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        .init(context.text(ja: "内容", en: "What")), .init(context.text(ja: "宛先", en: "To")),
        .init(context.text(ja: "試行", en: "Attempts"), .number),
        .init(context.text(ja: "最後のエラー", en: "Last error")),
        .init(context.text(ja: "次回", en: "Next")), .init(context.text(ja: "操作", en: "Action")),
      ],
      rows: messages.map { message in
        let hook = hooks.first { $0.id.description == message.target }
        return [
          HTML(message.title), HTML(hook?.url ?? message.target), HTML("\(message.attempts)"),
          HTML(message.error),
          HTML(message.state == .waiting ? message.dueAt.text(context.language) : "—"),
          actions(message, context),
        ]
      })
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
