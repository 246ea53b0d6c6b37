import TenantService
import YuiTenancy
import YuiWeb

/// `yui openapi`: the API of every module, described.
enum OpenAPICommands {
  static let all = [
    Command("openapi", "prints the API as OpenAPI 3.1, generated from the routes") { _, console in
      try console.write(
        OpenAPI.document(
          title: "Yui", version: "1", server: "http://131041.localhost:8080",
          routes: ModuleRoutes.all(of: Workspace.modules)) + [0x0A])
    }
  ]
}
