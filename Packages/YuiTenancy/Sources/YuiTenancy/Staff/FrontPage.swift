import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// The first page after signing in: what each module has to show.
struct FrontPage: Sendable {
  let modules: [any Module]

  var route: Route {
    .get("/staff", access: .permission(TenantPermission.staff)) { context, snapshot in
      let summaries = try modules.map { try $0.staffSummary(context, snapshot) }
      return context.page(LocalizedText(ja: "職員トップ", en: "Staff home")) {
        for (module, summary) in zip(modules, summaries) { panel(module, summary, context) }
        administration(context)
      }
    }
  }

  /// What a module has to show, and the way to its pages.
  @HTMLBuilder
  private func panel(
    _ module: any Module, _ summary: HTML, _ context: RequestContext
  ) -> HTML {
    let pages = module.staffNavigation.filter { context.may($0.permission) }
    if !summary.isEmpty || !pages.isEmpty {
      section(.class("panel")) {
        h2 { HTML(module.name, in: context.language) }
        summary
        ul(.class("utility-links")) {
          for page in pages {
            li { a(.href(page.path)) { HTML(page.title, in: context.language) } }
          }
        }
      }
    }
  }

  private func administration(_ context: RequestContext) -> HTML {
    let links = TenantNavigation.items { context.text(ja: $0, en: $1) }
      .filter { context.may($0.permission) }
    return HTML([
      links.isEmpty
        ? HTML()
        : section {
          h2 { context.text(ja: "管理", en: "Administration") }
          CardList(links.map { CardList.Card($0.title, $0.path, text: $0.summary) })
        }
    ])
  }
}

/// The pages that belong to the tenant itself.
private enum TenantNavigation {
  struct Item {
    let title: String
    let summary: String
    let path: String
    let permission: Permission
  }

  static func items(text: (String, String) -> String) -> [Item] {
    [
      Item(
        title: text("職員アカウント", "Staff accounts"),
        summary: text("サインインできる職員と役割を管理します。", "Who may sign in, and as what."),
        path: "/staff/accounts", permission: TenantPermission.accounts),
      Item(
        title: text("APIトークン", "API tokens"),
        summary: text("プログラムからの利用を許可します。", "Let programs use the API."),
        path: "/staff/tokens", permission: TenantPermission.tokens),
      Item(
        title: text("設定", "Settings"),
        summary: text("各機能の動作を変更します。", "How each module behaves."),
        path: "/staff/settings", permission: TenantPermission.settings),
      Item(
        title: "Webhook",
        summary: text("ほかのシステムに知らせます。送信の状況も確認できます。", "Tell other programs, and see what goes out."),
        path: "/staff/webhooks", permission: TenantPermission.settings),
      Item(
        title: text("監査ログ", "Audit log"),
        summary: text("誰が何を変更したかを確認します。", "Who changed what, and when."),
        path: "/staff/audit", permission: TenantPermission.audit),
    ]
  }
}
