package import YuiTenancy
package import YuiWeb

/// What a tenant serves of its modules.
package enum ModuleRoutes {
  /// Their own routes, and the open data that they declare.
  package static func all(of modules: [any Module]) -> [Route] {
    modules.flatMap(\.routes) + OpenDataRoutes(modules: modules).routes
  }
}
