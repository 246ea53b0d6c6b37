import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What is done with one case or many: one change, one entry in the audit log.
struct CaseActions: Sendable {
  static func routes(_ desk: any CaseDesk) -> [Route] {
    let definition = desk.definition
    return [
      .post("\(definition.path)/cases", access: .permission(definition.permissions.work)) {
        context in
        try desk.taking(context, from: definition.path) { form in
          let numbers = form.values(named: "case").compactMap { Int($0) }
          guard numbers.count <= mostCases else { throw tooMany }
          let action = try action(from: form, definition, context)
          let actions = CaseActions(store: desk.store, context: context)
          let back = form.first("back")
          return { transaction in
            let outcome = try actions.run(action, on: numbers, in: transaction)
            return .redirect(
              to: try CaseAddress.back(
                back, within: definition.path, adding: outcome.notice(numbers, action)))
          }
        }
      }
    ]
  }

  /// More than a page shows are not ticked by hand.
  private static let mostCases = 500

  /// What can be done with many cases at once.
  enum Action: Sendable {
    case move(String, reason: String)
    case assign(UUIDv7?)
    case tag(String)
    case untag(String)
    case merge

    var name: String {
      switch self {
      case .move(let state, _): state
      case .assign: "assign"
      case .tag, .untag: "tag"
      case .merge: "merge"
      }
    }
  }

  /// The cases that were changed, and how many could not be.
  struct Outcome {
    var changed: [Int] = []
    var skipped = 0

    func notice(_ numbers: [Int], _ action: Action) -> [FormData.Field] {
      guard !numbers.isEmpty else { return [FormData.Field("done", "none")] }
      var fields = [
        FormData.Field("done", action.name), FormData.Field("n", "\(changed.count)"),
      ]
      if skipped > 0 { fields.append(FormData.Field("skipped", "\(skipped)")) }
      return fields
    }
  }

  let store: CaseStore
  let context: RequestContext

  func run(
    _ action: Action, on numbers: [Int], in transaction: Transaction
  ) throws -> Outcome {
    if case .assign(let account?) = action {
      guard try CasePeople(in: transaction).canTake(account) else { throw Self.unknownAccount }
    }
    let hand = context.caseHand
    var outcome = Outcome()
    let oldest = numbers.min()
    for number in Set(numbers).sorted() {
      do {
        if try apply(action, to: number, oldest: oldest, by: hand, in: transaction) {
          outcome.changed.append(number)
        }
      } catch let error as CaseError {
        guard error.code != .notFound else { throw HTTPProblem.notFound }
        outcome.skipped += 1
      }
    }
    if !outcome.changed.isEmpty {
      try context.record(event(action, outcome.changed, into: oldest), in: transaction)
    }
    return outcome
  }

  private func apply(
    _ action: Action, to number: Int, oldest: Int?, by hand: CaseHand,
    in transaction: Transaction
  ) throws -> Bool {
    switch action {
    case .move(let state, let reason):
      // Sent twice, or already done by a colleague: there is nothing to do.
      guard try store.case(number, in: transaction)?.state != state else { return false }
      try store.move(number, to: state, reason: reason, by: hand, in: transaction)
    case .assign(let account):
      try store.assign(number, to: account, by: hand, in: transaction)
    case .tag(let tag):
      try store.tag(number, adding: [tag], by: hand, in: transaction)
    case .untag(let tag):
      try store.tag(number, removing: [tag], by: hand, in: transaction)
    case .merge:
      guard let oldest, number != oldest else { return false }
      try store.merge(number, into: oldest, by: hand, in: transaction)
    }
    return true
  }

  private func event(_ action: Action, _ numbers: [Int], into oldest: Int?) -> AuditEvent {
    let prefix = "\(store.definition.module).case"
    let subject =
      numbers.count == 1 ? "#\(numbers[0])" : "\(numbers.count)"
    var details = ["cases": numbers.map { "#\($0)" }.joined(separator: " ")]
    switch action {
    case .move(let state, _):
      details["to"] = state
      return AuditEvent("\(prefix).moved", subject: subject, details: details)
    case .assign(let account):
      details["to"] = account?.description ?? ""
      return AuditEvent("\(prefix).assigned", subject: subject, details: details)
    case .tag(let tag):
      details["tag"] = tag
      return AuditEvent("\(prefix).tagged", subject: subject, details: details)
    case .untag(let tag):
      details["tag"] = tag
      return AuditEvent("\(prefix).untagged", subject: subject, details: details)
    case .merge:
      details["into"] = oldest.map { "#\($0)" } ?? ""
      return AuditEvent("\(prefix).merged", subject: subject, details: details)
    }
  }

  private static func action(
    from form: FormData, _ definition: CaseDefinition, _ context: RequestContext
  ) throws -> Action {
    let name = form.first("action") ?? ""
    if name.hasPrefix("move:") {
      let state = String(name.dropFirst("move:".count))
      guard let move = definition.moves.first(where: { $0.to == state }), move.page == nil else {
        throw unknown
      }
      if let permission = move.permission, !context.may(permission) {
        throw HTTPProblem.forbidden(
          ja: "「\(move.name[.ja])」の権限がありません。", en: "You may not “\(move.name[.en])”.")
      }
      let field = MoveForms.field(of: state)
      let reason = form.first(field) ?? ""
      do {
        _ = try CaseStore.reason(reason, for: move)
      } catch let error as CaseError {
        throw HTTPProblem.invalid([HTTPProblem.InvalidField(field, error.message)])
      }
      return .move(state, reason: reason)
    }
    switch name {
    case "assign":
      let text = form.first("assignee") ?? ""
      guard !text.isEmpty else { return .assign(nil) }
      guard let account = UUIDv7(text) else { throw unknownAccount }
      return .assign(account)
    case "assign-me":
      guard let me = context.principal, me.kind == .account else { throw unknownAccount }
      return .assign(me.id)
    case "tag", "untag":
      guard let tag = CaseTag.checked(form.first("tag") ?? "") else { throw badTag }
      return name == "tag" ? .tag(tag) : .untag(tag)
    case "merge": return .merge
    default: throw unknown
    }
  }

  private static let unknown = HTTPProblem.badRequest(
    ja: "操作を選択してください。", en: "Choose what to do.")
  private static let unknownAccount = HTTPProblem.badRequest(
    ja: "担当にできる職員を選択してください。", en: "Choose somebody who can take it.")
  private static let tooMany = HTTPProblem.badRequest(
    ja: "一度に操作できるのは\(mostCases)件までです。", en: "At most \(mostCases) cases at a time.")
  private static let badTag = HTTPProblem.invalid([
    HTTPProblem.InvalidField(
      TagForm.field,
      LocalizedText(
        ja: "タグは\(CaseTag.longest)文字以内で、「、」「,」「;」を含めずに入力してください。",
        en: "Enter a tag of at most \(CaseTag.longest) characters without , or ;."))
  ])
}

extension RequestContext {
  /// Who changes cases by this request.
  var caseHand: CaseHand {
    let actor =
      principal.map { principal in
        AuditActor(
          principal.kind == .account ? .account : .token, name: principal.name,
          id: principal.id.description)
      } ?? AuditActor(.account, name: "")
    return CaseHand(actor, at: now)
  }
}
