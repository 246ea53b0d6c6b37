import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// What the person who is signed in wants to be told by mail.
struct DigestPages: Sendable {
  let modules: [any Module]

  var routes: [Route] {
    [
      .get("/staff/digests", access: .permission(TenantPermission.staff)) { context, snapshot in
        try page(context, in: snapshot)
      },
      .post("/staff/digests", access: .permission(TenantPermission.staff)) { context in
        let form = try context.request.form()
        guard let account = context.principal, account.kind == .account else {
          throw HTTPProblem.notFound
        }
        let chosen = digests(for: context).map { digest in
          (digest.name, form.first(digest.name).flatMap(DigestPeriod.init(rawValue:)))
        }
        return { transaction in
          for (digest, period) in chosen {
            try DigestStore.subscribe(account.id, to: digest, period, in: transaction)
          }
          // The first to order one need not wait until tomorrow to see how it looks.
          transaction.wake(DigestRun.taskName)
          return .redirect(to: "/staff/digests?saved=1")
        }
      },
    ]
  }

  /// The digests that somebody may read, by their full names.
  private func digests(
    for context: RequestContext
  ) -> [(name: String, title: LocalizedText)] {
    modules.flatMap { module in
      module.digests.filter { context.may($0.permission) }
        .map { ("\(module.identifier).\($0.name)", $0.title) }
    }
  }

  private func page(_ context: RequestContext, in snapshot: Snapshot) throws -> Response {
    let chosen =
      try context.principal.map { try DigestStore.subscriptions(of: $0.id, in: snapshot) } ?? [:]
    let digests = digests(for: context)
    let saved =
      context.request.query["saved"] == nil
      ? HTML()
      : NotificationBanner(
        .success, context.text(ja: "設定を保存しました", en: "The settings were saved"),
        language: context.language
      ).markup
    return context.page(
      LocalizedText(ja: "お知らせメール", en: "Mail to you"),
      lead: LocalizedText(
        ja: "朝7時に、新しく届いたものの件数とリンクをメールでお知らせします。本文は含みません。",
        en: "At seven in the morning, how much is new, with links. No text of residents is sent."),
      alert: saved, width: .reading
    ) {
      if digests.isEmpty {
        p { context.text(ja: "お知らせできる内容はありません。", en: "There is nothing to be told.") }
      } else {
        form(.method("post"), .action("/staff/digests"), .class("form")) {
          context.antiForgeryField
          for (name, title) in digests {
            FormField(
              name, label: title[context.language], language: context.language, need: .unmarked,
              control: .radioButtons(
                [Choice("", context.text(ja: "受け取らない", en: "Never"))]
                  + DigestPeriod.allCases.map {
                    Choice($0.rawValue, $0.name, in: context.language)
                  }, selected: chosen[name]?.rawValue ?? ""))
          }
          Button(context.text(ja: "保存", en: "Save"), style: .solid)
        }
      }
    }
  }
}
