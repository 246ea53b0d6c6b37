import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What is written about a case: notes and the reply.
enum CaseTextActions {
  static func routes(_ desk: any CaseDesk) -> [Route] {
    let permissions = desk.definition.permissions
    return [
      route(desk, "notes", permissions.work) { store, number, form in
        let text = try text(form, "note", limit: CaseNote.longest)
        guard !text.isEmpty else { throw missing("note") }
        return { hand, transaction in
          try store.note(text, on: number, by: hand, in: transaction)
          return "noted"
        }
      },
      route(desk, "split", permissions.work) { store, number, _ in
        return { hand, transaction in
          try store.split(number, by: hand, in: transaction)
          return "split"
        }
      },
    ] + (desk.repliesPublicly ? replyRoutes(desk) : [])
  }

  private static func replyRoutes(_ desk: any CaseDesk) -> [Route] {
    let permissions = desk.definition.permissions
    return [
      route(desk, "reply", permissions.work) { store, number, form in
        let text = try text(form, "reply", limit: CaseReply.longest)
        return { hand, transaction in
          let drafted = try store.draftReply(text, to: number, by: hand, in: transaction)
          return drafted.map { _ in "reply-drafted" }
        }
      },
      route(desk, "reply/release", permissions.release) { store, number, _ in
        return { hand, transaction in
          try store.releaseReply(to: number, by: hand, in: transaction)
          return "reply-released"
        }
      },
      route(desk, "reply/withdraw", permissions.release) { store, number, _ in
        return { hand, transaction in
          try store.withdrawReply(to: number, by: hand, in: transaction)
          return "reply-withdrawn"
        }
      },
    ]
  }

  /// Changes rows and returns what the audit log calls it; nil where there was nothing to do.
  private typealias Change = @Sendable (CaseHand, Transaction) throws -> String?

  private static func route(
    _ desk: any CaseDesk, _ name: String, _ permission: Permission,
    _ change: @escaping @Sendable (CaseStore, Int, FormData) throws -> Change
  ) -> Route {
    let definition = desk.definition
    return .post("\(definition.path)/cases/{number}/\(name)", access: .permission(permission)) {
      context in
      let number = try context.request.parameter("number", as: Int.self)
      let home = "\(definition.path)/cases/\(number)"
      return try desk.taking(context, from: home) { form in
        let change = try change(desk.store, number, form)
        let back = form.first("back")
        return { transaction in
          do {
            let event = try change(context.caseHand, transaction)
            if let event {
              try context.record(
                AuditEvent("\(definition.module).case.\(event)", subject: "#\(number)"),
                in: transaction)
            }
            return .redirect(
              to: try CaseAddress.back(
                back, within: definition.path,
                adding: [FormData.Field("done", event == nil ? "empty" : "saved")]))
          } catch let error as CaseError {
            throw HTTPProblem(error)
          }
        }
      }
    }
  }

  private static func text(_ form: FormData, _ name: String, limit: Int) throws -> String {
    let text = (form.first(name) ?? "")
      .trimmingWhitespace
    let isText = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control || scalar == "\n" || scalar == "\t"
    }
    guard text.count <= limit, text.utf8.count <= 16 * limit, isText else {
      throw HTTPProblem.invalid([
        HTTPProblem.InvalidField(
          name,
          LocalizedText(
            ja: "\(NumberText.grouped(limit))文字以内で入力してください。",
            en: "Enter at most \(NumberText.grouped(limit)) characters."))
      ])
    }
    return text
  }

  private static func missing(_ name: String) -> HTTPProblem {
    .invalid([
      HTTPProblem.InvalidField(name, LocalizedText(ja: "本文を入力してください。", en: "Enter a text."))
    ])
  }
}

extension HTTPProblem {
  init(_ error: CaseError) {
    self =
      error.code == .notFound
      ? .notFound : .conflict(ja: error.message[.ja], en: error.message[.en])
  }
}
