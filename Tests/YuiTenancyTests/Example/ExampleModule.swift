import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// A whole module in little more than fifty lines: notices that staff put up and residents read.
///
/// It uses every part of ``Module``, and nothing that a module of an outside author could not.
struct ExampleModule: Module {
  struct Settings: ModuleSettings {
    var kept = 3
    static let fields: [SettingsField<Settings>] = [
      .integer(
        "kept", \.kept, in: 1...9, label: LocalizedText(ja: "残す件数", en: "Notices kept"),
        help: LocalizedText(ja: "古いものから消えます。", en: "The oldest go first."))
    ]
  }

  let identifier = "notices"
  let name = LocalizedText(ja: "お知らせ", en: "Notices")
  let summary = LocalizedText(ja: "まちのお知らせを読めます。", en: "What is new in town.")
  let permissions = [
    ModulePermission(
      "notices:read", name: LocalizedText(ja: "お知らせの一覧", en: "List notices"),
      roles: [.administrator, .editor, .viewer]),
    ModulePermission(
      "notices:write", name: LocalizedText(ja: "お知らせの掲示", en: "Put up notices"),
      roles: [.administrator, .editor]),
  ]
  let migrations = [Notice.migration]
  let datasets: [any Dataset] = [NoticesDataset()]
  let publications: [any PublishedTable] = [PublishedNotices()]
  let staffNavigation = [
    StaffNavigationItem(
      title: LocalizedText(ja: "お知らせの一覧", en: "All notices"), path: "/staff/notices",
      permission: "notices:read")
  ]
  var tasks: [ModuleTask] {
    [
      ModuleTask("tidy", every: 3600) { store, _ in
        try store.write { transaction in
          let surplus = try Notice.all(in: transaction).count - settings(in: transaction).kept
          if surplus > 0 { try Notice.removeOldest(in: transaction) }
          return surplus > 1
        }
      }
    ]
  }
  let routes: [Route] = [
    .get("/notices", access: .anyone, cache: .publicData(query: [])) { context, snapshot in
      let notices = try Notice.all(in: snapshot)
      return context.page(LocalizedText(ja: "お知らせ", en: "Notices")) {
        ul { for notice in notices { li { notice.body } } }
      }
    },
    .get("/api/notices", access: .permission("notices:read")) { context in
      try .json(try context.site.store.read { try Notice.all(in: $0) })
    }.documented(Operation("Lists the notices", tag: "notices")),
    .get(
      "/staff/notices", access: .permission("notices:read"),
      auditedRead: { context, snapshot in
        let notices = try Notice.all(in: snapshot)
        let page = context.page(LocalizedText(ja: "お知らせの一覧", en: "All notices")) {
          for notice in notices { p { "\(notice.slug): \(notice.body)" } }
        }
        return AuditedResponse(page) { transaction in
          try context.record(AuditEvent("notices.listed"), in: transaction)
        }
      }),
    .post("/staff/notices", access: .permission("notices:write")) { context in
      let notice = try Notice(form: try context.request.form())
      return { transaction in
        try notice.put(in: transaction)
        try context.record(
          AuditEvent("notices.put", subject: notice.slug.description), in: transaction)
        return .redirect(to: "/notices")
      }
    },
  ]

  func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML {
    let count = try Notice.all(in: snapshot).count
    return p { context.text(ja: "\(count)件を掲示中", en: "\(count) on the board") }
  }
}
