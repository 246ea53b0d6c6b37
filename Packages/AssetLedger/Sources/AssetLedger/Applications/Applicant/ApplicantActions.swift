import YuiCasework
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What an applicant does with an application: send it, answer, take it back, add documents.
enum ApplicantActions {
  private static let path = "\(ApplicantPages.path)/{id}"
  private static let access = ApplicantPages.access
  static let longestAnswer = 2_000

  static let routes: [Route] = [
    .post("\(path)/submit", access: access) { context in
      { transaction in
        let application = try context.ownApplication(in: transaction)
        guard application.submittedAt == nil else {
          throw HTTPProblem.conflict(ja: "この申請は提出済みです。", en: "This application was sent already.")
        }
        let item = try ApplicationStore.submit(
          application, of: context.carrier(in: transaction), by: context.hand, in: transaction)
        return try done("submitted", item, application, context, in: transaction)
      }
    },
    .post("\(path)/answer", access: access) { context in
      let form = try context.request.form()
      return { transaction in
        let (application, item) = try sent(context, in: transaction)
        guard item.state == "incomplete" else { throw notNow(item) }
        do {
          var reader = FormReader(form)
          let answer = reader.read("answer", AssetReaders.text(longestAnswer))
          let text = try reader.checked(answer)
          try ApplicationStore.addAnswer(
            text, to: application.id, at: context.now, in: transaction)
        } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
          return try ApplicantPage(
            context, Entered(form, problem, context.language), in: transaction
          ).response
        }
        let moved = try move(item, to: "check", context, in: transaction)
        return try done("answered", moved, application, context, in: transaction)
      }
    },
    .post("\(path)/withdraw", access: access) { context in
      { transaction in
        let (application, item) = try sent(context, in: transaction)
        guard ApplicationCases.undecided.contains(item.state) else { throw notNow(item) }
        let moved = try move(
          item, to: "withdrawn",
          because: context.text(ja: "申請者による取下げ", en: "Withdrawn by the applicant"),
          context, in: transaction)
        return try done("withdrawn", moved, application, context, in: transaction)
      }
    },
    .post("\(path)/documents", access: access, bodyLimit: DocumentUpload.bodyLimit) { context in
      let upload = try DocumentUpload(try context.request.form())
      return { transaction in
        let application = try context.ownApplication(in: transaction)
        let item = try context.caseOf(application, in: transaction)
        if let item, ApplicationCases.ended.contains(item.state) { throw notNow(item) }
        try upload.add(to: application.id, byStaff: false, at: context.now, in: transaction)
        return try done("document-added", item, application, context, in: transaction)
      }
    },
    .get("\(path)/documents/{document}", access: access) { context in
      try context.document { document, source in
        try context.ownApplication(in: source).id == document.application
      }
    },
  ]

  private static func sent(
    _ context: RequestContext, in source: some Queryable
  ) throws -> (Application, Case) {
    let application = try context.ownApplication(in: source)
    guard let item = try context.caseOf(application, in: source) else {
      throw HTTPProblem.conflict(ja: "まだ提出していません。", en: "This is not sent yet.")
    }
    return (application, item)
  }

  private static func move(
    _ item: Case, to state: String, because reason: String = "", _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Case {
    do {
      return try ApplicationCases.store.move(
        item.number, to: state, reason: reason, by: context.hand, in: transaction)
    } catch let error as CaseError {
      throw HTTPProblem.conflict(ja: error.message[.ja], en: error.message[.en])
    }
  }

  private static func notNow(_ item: Case) -> HTTPProblem {
    let name = ApplicationCases.definition.state(item.state)?.name
    return .conflict(
      ja: "申請は「\(name?[.ja] ?? item.state)」のため、この操作はできません。",
      en: "The application is “\(name?[.en] ?? item.state)”: this cannot be done now.")
  }

  private static func done(
    _ event: String, _ item: Case?, _ application: Application, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    try context.record(
      AuditEvent(
        "assets.application.\(event)",
        subject: item.map { "#\($0.number)" } ?? application.id.description), in: transaction)
    return .redirect(to: "/assets/applications/\(application.id)?done=\(event)")
  }
}
