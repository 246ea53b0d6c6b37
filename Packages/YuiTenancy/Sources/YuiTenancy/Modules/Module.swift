public import YuiHTML
public import YuiStorage
public import YuiText
public import YuiWeb

/// Software that a tenant can run: everything Yui needs to know about it, in one place.
///
/// A module reaches its tenant through what it is handed (a snapshot, a transaction, a request's
/// context) and nothing else. It never imports another module.
public protocol Module: Sendable {
  /// What a tenant may set; ``NoSettings`` where there is nothing to.
  associatedtype Settings: ModuleSettings = NoSettings

  /// Lower-case letters and hyphens: the path (`/reviews`), the prefix of permissions and tables,
  /// the label in metrics.
  var identifier: String { get }
  /// The module's name for people.
  var name: LocalizedText { get }
  /// One sentence for the portal: what a resident finds here.
  var summary: LocalizedText { get }
  /// What may be allowed, and to whom it is by default.
  var permissions: [ModulePermission] { get }
  /// The tables, numbered; tables are named `{identifier}_…` with underscores for hyphens.
  var migrations: [Migration] { get }
  /// Every page and API call, each with who may use it.
  var routes: [Route] { get }
  /// What can be imported and exported.
  var datasets: [any Dataset] { get }
  /// What everybody may take away as open data.
  var publications: [any PublishedTable] { get }
  /// The module's entries in the staff navigation.
  var staffNavigation: [StaffNavigationItem] { get }
  /// The pages it offers to people of other organisations, outside of `/staff`; the first of a
  /// tenant is where they begin.
  var partnerNavigation: [StaffNavigationItem] { get }
  /// What it tells from time to time, by mail and webhook.
  var digests: [ModuleDigest] { get }
  /// Work that runs by itself.
  var tasks: [ModuleTask] { get }

  /// What the staff front page shows of this module to the person who looks.
  func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML
}

extension Module {
  /// Nothing to import or export.
  public var datasets: [any Dataset] { [] }
  /// Nothing to publish.
  public var publications: [any PublishedTable] { [] }
  /// No work of its own.
  public var tasks: [ModuleTask] { [] }
  /// Nothing to tell from time to time.
  public var digests: [ModuleDigest] { [] }
  /// Nothing for other organisations.
  public var partnerNavigation: [StaffNavigationItem] { [] }
  /// No tables.
  public var migrations: [Migration] { [] }

  /// The numbered tables under the module's name.
  public var migrationSet: MigrationSet {
    MigrationSet(identifier, migrations)
  }
}

/// An entry of the navigation of those who signed in.
public struct StaffNavigationItem: Sendable {
  /// The words of the link.
  public let title: LocalizedText
  /// Where it leads: `/staff/…`, for partners elsewhere.
  public let path: String
  /// Who sees it.
  public let permission: Permission

  /// Declares an entry.
  public init(title: LocalizedText, path: String, permission: Permission) {
    self.title = title
    self.path = path
    self.permission = permission
  }
}

/// Work a module does by itself: on a schedule, and soon after a transaction woke it by name.
public struct ModuleTask: Sendable {
  /// The name, unique in the module; `transaction.wake` names it as `{module}.{name}`.
  public let name: String
  /// Seconds between two runs.
  public let every: Int64
  /// Runs aside, on a thread of its own; true where there is more to do at once.
  public let run: @Sendable (Store, Clock) throws -> Bool

  /// Declares a task.
  public init(
    _ name: String, every: Int64, run: @escaping @Sendable (Store, Clock) throws -> Bool
  ) {
    self.name = name
    self.every = every
    self.run = run
  }
}
