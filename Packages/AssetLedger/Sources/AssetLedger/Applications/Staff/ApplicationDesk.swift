import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/assets/applications`: the one desk for every application.
struct ApplicationDesk: CaseDesk {
  static var allRoutes: [Route] {
    ApplicationDesk().routes + PermitPages.routes + StaffDocumentPages.routes
  }

  let definition = ApplicationCases.definition
  let title = LocalizedText(ja: "利用申請", en: "Applications")
  let topicName = LocalizedText(ja: "事業者", en: "Carrier")
  let rankName = LocalizedText(ja: "順位", en: "Rank")
  let ranks: [(rank: Int, name: LocalizedText)] = []
  /// What a carrier is told stands in permits and reasons, for it alone.
  let repliesPublicly = false

  func topics(_ context: RequestContext, in source: some Queryable) throws -> [Choice] {
    try CarrierStore.all(in: source).map { Choice($0.id.description, $0.name) }
  }

  func subjects(
    _ ids: [String], _ context: RequestContext, in source: some Queryable
  ) throws -> [String: CaseSubject] {
    var subjects: [String: CaseSubject] = [:]
    for id in ids.compactMap({ UUIDv7($0) }) {
      guard let application = try ApplicationStore.application(id, in: source) else { continue }
      let view = try ApplicationView(application, context, in: source)
      let count = application.assets.count
      let adding =
        context.may(AssetPermission.manage)
        ? "\(ApplicationCases.path)/documents/\(id)" : nil
      subjects[id.description] = CaseSubject(
        text: application.purpose,
        facts: HTML([
          ChipLabel(view.carrier?.name ?? "").markup,
          ChipLabel(context.text(ja: "\(count)件の資産", en: "\(count) assets")).markup,
        ]),
        details: HTML([
          view.facts, view.answered,
          view.documentSection(
            reading: "\(ApplicationCases.path)/documents/\(id)", adding: adding),
        ]))
    }
    return subjects
  }
}

/// `/staff/assets/applications/documents`: the documents of applications, for the desk.
enum StaffDocumentPages {
  private static let path = "\(ApplicationCases.path)/documents/{id}"

  static let routes: [Route] = [
    .get("\(path)/{document}", access: .permission(AssetPermission.read)) { context in
      try context.document { _, _ in true }
    },
    .post(
      path, access: .permission(AssetPermission.manage), bodyLimit: DocumentUpload.bodyLimit
    ) { context in
      let id = try context.request.parameter("id", as: UUIDv7.self)
      let upload = try DocumentUpload(try context.request.form())
      return { transaction in
        guard
          let item = try ApplicationCases.store.case(about: id.description, in: transaction)
        else { throw HTTPProblem.notFound }
        try upload.add(to: id, byStaff: true, at: context.now, in: transaction)
        try context.record(
          AuditEvent("assets.application.document-added", subject: "#\(item.number)"),
          in: transaction)
        return .redirect(to: "/staff/assets/applications/cases/\(item.number)")
      }
    },
  ]
}
