import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// Where a member of staff is signed in, and ending what should not be.
enum SessionPages {
  static let routes: [Route] = [
    .get("/staff/sessions", access: .permission(TenantPermission.staff)) { context, snapshot in
      try list(context, in: snapshot)
    },
    .post("/staff/sessions/{id}/revoke", access: .permission(TenantPermission.staff)) { context in
      let id = try context.request.parameter("id", as: UUIDv7.self)
      return { transaction in
        guard let account = context.principal?.id,
          try SessionStore.revoke(id, of: account, in: transaction)
        else { throw HTTPProblem.notFound }
        try context.record(
          AuditEvent("tenant.session.revoked", subject: "\(id)"), in: transaction)
        return .redirect(to: "/staff/sessions")
      }
    },
    .post("/staff/sessions/revoke-others", access: .permission(TenantPermission.staff)) { context in
      { transaction in
        guard let session = context.session else { throw HTTPProblem.notFound }
        let ended = try SessionStore.revokeAll(
          of: session.account, except: session.id, in: transaction)
        try context.record(
          AuditEvent("tenant.session.others-revoked", details: ["sessions": "\(ended)"]),
          in: transaction)
        return .redirect(to: "/staff/sessions")
      }
    },
  ]

  private static func list(_ context: RequestContext, in snapshot: Snapshot) throws -> Response {
    guard let current = context.session else { throw HTTPProblem.notFound }
    let sessions = try SessionStore.sessions(
      of: current.account, now: context.now, in: snapshot)
    let rows = sessions.map { session in
      [
        HTML(session.startedAt.text(context.language)),
        HTML(session.lastSeenAt.text(context.language)),
        session.id == current.id
          ? ChipLabel(context.text(ja: "この端末", en: "This one"), color: .blue).markup
          : revokeForm(session, context),
      ]
    }
    return context.page(LocalizedText(ja: "サインイン中の端末", en: "Where you are signed in")) {
      DataTable(
        context.text(ja: "有効なサインイン", en: "Sessions that are alive"),
        columns: [
          .init(context.text(ja: "開始", en: "Started")),
          .init(context.text(ja: "最終利用", en: "Last used")),
          .init(context.text(ja: "操作", en: "Action")),
        ], rows: rows)
      if sessions.count > 1 {
        ButtonRow {
          form(.method("post"), .action("/staff/sessions/revoke-others")) {
            context.antiForgeryField
            Button(context.text(ja: "ほかの端末をすべてサインアウト", en: "Sign out everywhere else"))
          }
        }
      }
    }
  }

  private static func revokeForm(_ session: Session, _ context: RequestContext) -> HTML {
    form(.method("post"), .action("/staff/sessions/\(session.id)/revoke")) {
      context.antiForgeryField
      Button(context.text(ja: "サインアウトさせる", en: "Sign out"), size: .small)
    }
  }
}
