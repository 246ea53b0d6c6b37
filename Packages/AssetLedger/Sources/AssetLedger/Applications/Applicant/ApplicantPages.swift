import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/assets/applications`: where the people of a carrier apply and follow what becomes of it.
enum ApplicantPages {
  static let path = "/assets/applications"
  static let title = LocalizedText(ja: "利用申請", en: "Applications")

  static let access = Access.permission(AssetPermission.apply)

  static let routes: [Route] =
    [
      .get(path, access: access) { context, snapshot in
        try ApplicationListPage(context, in: snapshot).response
      },
      .get("\(path)/candidates", access: access) { context, snapshot in
        try CandidatePage(context, in: snapshot).response
      },
      .get("\(path)/new", access: access) { context, snapshot in
        _ = try context.carrier(in: snapshot)
        let chosen = context.request.query.values("asset").joined(separator: "\n")
        return ApplicationFormPage(context, entered: Entered(["assets": chosen])).response
      },
      .post("\(path)/new", access: access) { context in
        let form = try context.request.form()
        let id = UUIDv7(at: context.now)
        return { try create(id, form, context, in: $0) }
      },
      .get("\(path)/{id}", access: access) { context, snapshot in
        try ApplicantPage(context, in: snapshot).response
      },
      .get("\(path)/{id}/edit", access: access) { context, snapshot in
        let application = try context.changeable(in: snapshot)
        return ApplicationFormPage(
          context, application, entered: Entered(application.texts)
        ).response
      },
      .post("\(path)/{id}/edit", access: access) { context in
        let form = try context.request.form()
        return { try change(form, context, in: $0) }
      },
    ] + ApplicantActions.routes

  private static func create(
    _ id: UUIDv7, _ form: FormData, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let carrier = try context.carrier(in: transaction)
    do {
      let draft = try ApplicationDraft(form)
      try context.check(draft.assets, for: carrier, in: transaction)
      let known = try ApplicationStore.summaries(of: carrier.id, in: transaction)
      guard known.count < ApplicationStore.most else {
        throw HTTPProblem.conflict(
          ja: "1事業者の申請は\(ApplicationStore.most)件までです。窓口にお問い合わせください。",
          en: "A carrier has at most \(ApplicationStore.most) applications. Ask the desk.")
      }
      let application = Application(
        id: id, carrier: carrier.id, applicant: context.actor, purpose: draft.purpose,
        partners: draft.partners, wishedFrom: draft.wishedFrom, wishedUntil: draft.wishedUntil,
        equipment: draft.equipment,
        assets: draft.assets.map { .init(asset: $0, outcome: .pending, reason: "") },
        submittedAt: nil)
      try ApplicationStore.write(application, in: transaction)
      try context.record(
        AuditEvent("assets.application.drafted", subject: id.description), in: transaction)
      return .redirect(to: "/assets/applications/\(id)")
    } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
      return ApplicationFormPage(
        context, entered: Entered(form, problem, context.language)
      ).response
    }
  }

  private static func change(
    _ form: FormData, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let carrier = try context.carrier(in: transaction)
    var application = try context.changeable(in: transaction)
    do {
      let draft = try ApplicationDraft(form)
      let known = application.assets.map(\.asset)
      // What was sent is about these assets; others are another application.
      if application.submittedAt == nil {
        try context.check(draft.assets, for: carrier, in: transaction)
        application.assets = draft.assets.map { .init(asset: $0, outcome: .pending, reason: "") }
      } else if draft.assets != known {
        throw HTTPProblem.invalid([
          HTTPProblem.InvalidField(
            "assets",
            LocalizedText(
              ja: "提出した申請の資産は変更できません。", en: "The assets of what was sent stay."))
        ])
      }
      application.purpose = draft.purpose
      application.partners = draft.partners
      (application.wishedFrom, application.wishedUntil) = (draft.wishedFrom, draft.wishedUntil)
      application.equipment = draft.equipment
      try ApplicationStore.write(application, in: transaction)
      try context.record(
        AuditEvent("assets.application.changed", subject: application.id.description),
        in: transaction)
      return .redirect(to: "/assets/applications/\(application.id)?done=saved")
    } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
      return ApplicationFormPage(
        context, application, entered: Entered(form, problem, context.language)
      ).response
    }
  }
}

extension RequestContext {
  /// The application that the address names, of the carrier for which somebody signed in.
  func ownApplication(in source: some Queryable) throws -> Application {
    let carrier = try carrier(in: source)
    let id = try request.parameter("id", as: UUIDv7.self)
    guard let application = try ApplicationStore.application(id, in: source),
      application.carrier == carrier.id
    else { throw HTTPProblem.notFound }
    return application
  }

  /// The case of an application; nil while it is a draft.
  func caseOf(_ application: Application, in source: some Queryable) throws -> Case? {
    try ApplicationCases.store.case(about: application.id.description, in: source)
  }

  /// The application, while its applicant may change it: as a draft, or when the desk asked for more.
  fileprivate func changeable(in source: some Queryable) throws -> Application {
    let application = try ownApplication(in: source)
    let item = try caseOf(application, in: source)
    guard item == nil || item?.state == "incomplete" else {
      throw HTTPProblem.conflict(
        ja: "提出した申請は、窓口から補正を求められたときだけ変更できます。",
        en: "What was sent can be changed only when the desk asks for more.")
    }
    return application
  }

  /// Refuses assets of which the carrier may not know, which there are not, or which are taken.
  fileprivate func check(
    _ ids: [AssetID], for carrier: Carrier, in source: some Queryable
  ) throws {
    let unknown = try ApplicationStore.unknown(ids, to: carrier, in: source)
    guard unknown.isEmpty else {
      let list = unknown.prefix(10).map(\.description).joined(separator: ", ")
      throw HTTPProblem.invalid([
        HTTPProblem.InvalidField(
          "assets",
          LocalizedText(
            ja: "次の資産は見つかりません：\(list)", en: "There are no such assets: \(list)"))
      ])
    }
    try ApplicationStore.requireFree(ids, for: nil, in: source)
  }
}

extension Application {
  /// What stands in the form that changes it.
  fileprivate var texts: [String: String] {
    var texts = [
      "purpose": purpose, "partners": partners, "from": wishedFrom.iso, "until": wishedUntil.iso,
      "assets": assets.map(\.asset.description).joined(separator: "\n"),
    ]
    for (index, item) in equipment.enumerated() {
      let row = index + 1
      texts["kind-\(row)"] = item.kind.rawValue
      texts["width-\(row)"] = NumberText.fixed(item.width, decimals: 1)
      texts["height-\(row)"] = NumberText.fixed(item.height, decimals: 1)
      texts["depth-\(row)"] = NumberText.fixed(item.depth, decimals: 1)
      texts["weight-\(row)"] = NumberText.fixed(item.weight, decimals: 1)
      texts["bands-\(row)"] = item.bands
      texts["power-\(row)"] = item.power.map { NumberText.fixed($0, decimals: 1) }
    }
    return texts
  }
}
