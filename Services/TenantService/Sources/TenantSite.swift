import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// Composes a tenant's modules into the site it serves.
struct TenantSite {
  let tenant: Tenant
  let modules: [any Module]
  let store: Store
  let staff: StaffRoutes

  var site: Site {
    let name = LocalizedText(ja: tenant.name, en: "")
    return Site(
      key: "\(tenant.key)", name: name, publicURL: tenant.publicURL ?? "", store: store,
      routes: routes,
      authenticator: TenantAuthenticator(modules: modules), navigation: navigation,
      notice: tenant.notice,
      problemPage: { problem, language, requestID in
        ProblemPage(siteName: name, problem: problem, language: language, requestID: requestID)
          .markup
      })
  }

  private var routes: [Route] {
    let api = ModuleRoutes.all(of: modules)
    return [PortalPage(modules: modules).route, DIDDocument.route, openAPI(of: api)] + api
      + staff.routes(for: modules)
  }

  private func openAPI(of routes: [Route]) -> Route {
    Route.get("/api/openapi.json", access: .anyone, cache: .publicData(query: [])) { context, _ in
      .bytes(
        OpenAPI.document(
          title: "Yui: \(context.site.name[.ja])", version: "1",
          // A kept answer must not repeat what one caller's Host header said.
          server: context.site.publicURL.isEmpty ? "/" : context.site.publicURL, routes: routes),
        contentType: "application/json")
    }
  }

  private var navigation: [Site.NavigationItem] {
    modules.map { Site.NavigationItem($0.name, path: "/\($0.identifier)") }
      + modules.flatMap { module in
        (module.staffNavigation + module.partnerNavigation).map { item in
          Site.NavigationItem(
            item.title, path: item.path, permission: item.permission, section: module.name)
        }
      }
  }
}
