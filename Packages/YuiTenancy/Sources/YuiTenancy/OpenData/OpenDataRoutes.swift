internal import YuiOpenData
public import YuiWeb

/// What a tenant publishes: files, a catalogue for programs, and features on the map, from the tables
/// that its modules declare.
public struct OpenDataRoutes: Sendable {
  private let tables: [any PublishedTable]

  /// Gathers the published tables of modules.
  public init(modules: [any Module]) {
    tables = modules.flatMap(\.publications)
  }

  /// The routes; all of them are for everybody, and for scripts of other sites too.
  public var routes: [Route] {
    let catalogue = CatalogueRoutes(tables: tables)
    return [OpenDataPage(tables: tables).route]
      + tables.flatMap { OpenDataFiles(table: $0).routes } + catalogue.routes
      + CKANRoutes(tables: tables).routes
      + OGCRoutes(collections: tables.compactMap { $0 as? any PublishedFeatures }).routes
  }
}
