import AssetLedger
import FoundationEssentials
import ReviewWidget
import Synchronization
import TenantService
import WiFiSiteRegistry
import YuiHTTPClient
import YuiKeywords
import YuiStorage
import YuiTenancy
import YuiText

/// What commands work on: the data folder, opened beside a running server or by itself.
struct Workspace {
  /// The modules that this build offers.
  static let modules: [any Module] = [
    ReviewWidget(
      dictionary: ProcessInfo.processInfo.environment["YUI_DICTIONARY"]
        ?? KeywordExtractor.usualDictionary),
    WiFiSiteRegistry(), AssetLedger(),
  ]

  static let dataOption = Command.Option.value(
    "data", "DIR", "the data folder; else $YUI_DATA, else ./yui-data")
  static let storeOption = Command.Option.value(
    "store", "URL", "a PostgreSQL database for tenants: postgres://LOGIN@HOST/NAME; else $YUI_STORE"
  )
  static let tenantOption = Command.Option.value(
    "tenant", "KEY", "the tenant: 131041", isRequired: true)
  static let jsonOption = Command.Option.flag("json", "prints JSON")

  let deployment: Deployment
  private let woken = WokenTasks()

  /// Opens the folder that the arguments name.
  ///
  /// - Parameter isMade: whether the folder is made where there is none.
  init(_ arguments: Arguments, _ console: Console, isMade: Bool = false) throws {
    deployment = try Deployment(
      Self.folder(arguments), modules: Self.modules, isMade: isMade,
      server: try StoreAddress.server(arguments),
      log: { console.note("yui: \($0)") },
      onWake: { [woken] store, task in woken.add(TaskWaking(tenant: store.name, task: task)) })
  }

  static func folder(_ arguments: Arguments) -> DataFolder {
    DataFolder(
      arguments.value("data") ?? ProcessInfo.processInfo.environment["YUI_DATA"] ?? "yui-data")
  }

  /// The tenant that `--tenant` names.
  static func key(_ arguments: Arguments) throws -> TenantKey {
    try TenantKey(arguments["tenant"])
  }

  /// The database of the tenant that `--tenant` names, ready to use.
  func store(_ arguments: Arguments) throws -> Store {
    try deployment.readyStore(of: try Self.key(arguments))
  }

  /// The modules of a tenant.
  func modules(of key: TenantKey) throws -> [any Module] {
    let enabled = try deployment.tenant(key).modules
    return Self.modules.filter { enabled.contains($0.identifier) }
  }

  /// Finishes what was begun, closes every database, and wakes what a running server is to do.
  func close() {
    deployment.close()
    for waking in woken.all { TenantControl.wake(waking, beside: deployment.folder) }
  }

  /// Who the audit log names for a command.
  static func actor(_ command: String) -> AuditActor {
    AuditActor(.command, name: "yui \(command)")
  }
}

/// JSON as `--json` prints it, and as it is read.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}

/// The tasks that a command's transactions woke: only a server runs tasks.
private final class WokenTasks: Sendable {
  private let wakings = Mutex<Set<TaskWaking>>([])

  var all: Set<TaskWaking> { wakings.withLock { $0 } }

  func add(_ waking: TaskWaking) {
    wakings.withLock { _ = $0.insert(waking) }
  }
}
