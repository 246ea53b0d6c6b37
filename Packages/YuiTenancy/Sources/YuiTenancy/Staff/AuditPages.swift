import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// The audit log as staff read it, the newest entry first.
enum AuditPages {
  private static let pageSize = 50

  static let routes: [Route] = [
    .get("/staff/audit", access: .permission(TenantPermission.audit)) { context, snapshot in
      let before = try context.request.query("before", as: Int64.self) ?? .max
      let entries = try AuditLog.entries(before: before, limit: pageSize, in: snapshot)
      return page(entries, size: try AuditLog.size(in: snapshot), context)
    }
  ]

  private static func page(
    _ entries: [AuditEntry], size: Int64, _ context: RequestContext
  ) -> Response {
    let last = entries.last?.index ?? 0
    return context.page(
      LocalizedText(ja: "監査ログ", en: "Audit log"),
      lead: LocalizedText(
        ja: "記録は\(NumberText.grouped(Int(size)))件。改ざんは「yui audit verify」で検出できます。",
        en: "\(NumberText.grouped(Int(size))) entries. 'yui audit verify' detects any change.")
    ) {
      DataTable(
        context.text(ja: "変更の記録", en: "What was changed"),
        columns: [
          .init(context.text(ja: "番号", en: "Number"), .number),
          .init(context.text(ja: "日時", en: "When")),
          .init(context.text(ja: "誰が", en: "Who")),
          .init(context.text(ja: "操作", en: "What")),
          .init(context.text(ja: "対象", en: "To what")),
          .init(context.text(ja: "詳細", en: "Details")),
        ], rows: entries.map { row($0, context) }, isDense: true)
      Pagination(
        context.text(ja: "監査ログ", en: "Audit log"), previous: nil,
        next: last > 0 ? "/staff/audit?before=\(last)" : nil, language: context.language)
    }
  }

  private static func row(_ entry: AuditEntry, _ context: RequestContext) -> [HTML] {
    let place = [
      HTML(NumberText.grouped(Int(entry.index))),
      time(.datetime(entry.at.rfc3339)) { entry.at.text(context.language) },
    ]
    guard let content = entry.content else {
      let erased = context.text(ja: "（消去済み）", en: "(erased)")
      return place + [HTML(erased), HTML(), HTML(), HTML()]
    }
    let details = content.event.details.sorted { $0.key < $1.key }
    return place + [
      HTML(content.actor.name), HTML(content.event.action), HTML(content.event.subject),
      HTML(details.map { name, value in div { "\(name): \(value)" } }),
    ]
  }
}
