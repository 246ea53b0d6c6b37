import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/assets/applications/cases/{number}/permit`: an officer decides.
enum PermitPages {
  private static let path = "\(ApplicationCases.path)/cases/{number}/permit"
  private static let access = Access.permission(AssetPermission.decide)

  static let routes: [Route] = [
    .get(path, access: access) { context, snapshot in
      let (item, application) = try context.decided(in: snapshot)
      return try PermitFormPage(context, item, application, in: snapshot).response
    },
    .post(path, access: access) { context in
      let form = try context.request.form()
      return { transaction in
        let (item, application) = try context.decided(in: transaction)
        do {
          try grant(form, item, application, context, in: transaction)
          return .redirect(to: "/staff/assets/applications/cases/\(item.number)?done=saved")
        } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
          return try PermitFormPage(
            context, item, application, Entered(form, problem, context.language), in: transaction
          ).response
        }
      }
    },
  ]

  private static func grant(
    _ form: FormData, _ item: Case, _ application: Application, _ context: RequestContext,
    in transaction: Transaction
  ) throws {
    let draft = try PermitDraft(form, for: application)
    if let holder = try ApplicationStore.holder(ofPermit: draft.number, in: transaction),
      holder != application.id
    {
      throw HTTPProblem.invalid([
        HTTPProblem.InvalidField(
          "number",
          LocalizedText(
            ja: "この許可番号は別の申請で使われています。", en: "Another permit has this number."))
      ])
    }
    let permit = Permit(
      number: draft.number, from: draft.from, until: draft.until, conditions: draft.conditions,
      fee: draft.fee, decidedAt: context.now, decidedBy: context.actor)
    try ApplicationStore.grant(
      permit, item, application, outcomes: draft.outcomes, by: context.hand, in: transaction)
    try context.record(
      AuditEvent(
        "assets.application.permitted", subject: "#\(item.number)",
        details: [
          "permit": permit.number, "from": permit.from.iso, "until": permit.until.iso,
          "fee_yen": "\(permit.fee)",
        ]), in: transaction)
  }
}

extension RequestContext {
  /// Who acts, for histories of cases.
  var hand: CaseHand {
    CaseHand(
      AuditActor(
        principal?.kind == .token ? .token : .account, name: actor,
        id: principal?.id.description ?? ""), at: now)
  }

  /// The case that the address names, where a permit can be given now.
  ///
  /// - Throws: a 409 that says what was decided, where somebody was faster.
  fileprivate func decided(in source: some Queryable) throws -> (Case, Application) {
    let number = try request.parameter("number", as: Int.self)
    guard let item = try ApplicationCases.store.case(number, in: source),
      let id = UUIDv7(item.subject),
      let application = try ApplicationStore.application(id, in: source)
    else { throw HTTPProblem.notFound }
    guard item.mergedInto == nil,
      ApplicationCases.definition.move(from: item.state, to: "permitted") != nil
    else {
      let moves = try ApplicationCases.store.history(of: number, in: source)
      let last = moves.first { $0.kind == .moved }
      let state = ApplicationCases.definition.state(item.state)?.name
      let (ja, en) = (state?[.ja] ?? item.state, state?[.en] ?? item.state)
      let who = last.map { "\($0.actor.name)" } ?? ""
      throw HTTPProblem.conflict(
        ja: "この申請は「\(ja)」になっており、許可できません（\(who) \(last?.at.text(.ja) ?? "")）。",
        en: "This application is “\(en)” and cannot be permitted now "
          + "(\(who) \(last?.at.text(.en) ?? "")).")
    }
    return (item, application)
  }
}
