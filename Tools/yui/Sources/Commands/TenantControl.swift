import FoundationEssentials
import TenantService
import YuiHTTPClient
import YuiStorage
import YuiTenancy
import YuiWeb

/// Changing the set of tenants: by ourselves, or by the server that holds the data folder.
///
/// The server serves the very same calls on its management socket, so that it takes up a change at
/// once and nobody changes the set behind its back.
struct TenantControl {
  private enum Means {
    case ourselves(Deployment)
    case server(socket: String)
  }

  private let means: Means

  /// Hands the body whatever way there is.
  ///
  /// - Parameter isMade: whether the data folder is made where there is none.
  static func open<Result>(
    _ arguments: Arguments, _ console: Console, isMade: Bool = false,
    _ body: (TenantControl) throws -> Result
  ) throws -> Result {
    let folder = Workspace.folder(arguments)
    if !isMade { try folder.checkList(StoreAddress.server(arguments)) }
    guard let lock = try ServerLock(folder) else {
      return try body(TenantControl(means: .server(socket: folder.managementSocket)))
    }
    let workspace = try Workspace(arguments, console, isMade: isMade)
    defer { workspace.close() }
    return try withExtendedLifetime(lock) {
      try body(TenantControl(means: .ourselves(workspace.deployment)))
    }
  }

  func create(_ draft: TenantDraft) throws {
    switch means {
    case .ourselves(let deployment): try deployment.create(draft)
    case .server(let socket): _ = try Self.call("/tenants/create", draft, at: socket)
    }
  }

  func setModule(_ change: ModuleChange) throws {
    switch means {
    case .ourselves(let deployment): try change.apply(to: deployment)
    case .server(let socket): _ = try Self.call("/tenants/module", change, at: socket)
    }
  }

  /// - Returns: where the tenant's data are; nothing where there were none.
  func remove(_ tenant: TenantReference) throws -> String {
    switch means {
    case .ourselves(let deployment): try tenant.remove(from: deployment)
    case .server(let socket): try Self.call("/tenants/remove", tenant, at: socket)
    }
  }

  /// - Parameter progress: told now and then how far it is.
  func move(
    _ move: TenantMoveRequest, progress: @escaping @Sendable (BackupProgress) -> Void
  ) throws -> MoveReport {
    switch means {
    case .ourselves(let deployment): return try move.run(in: deployment, progress: progress)
    case .server(let socket):
      let watch = MoveWatch(progress) {
        try Self.call("/tenants/moving", move.tenant, at: socket)
      }
      defer { watch.stop() }
      let report = try Self.call("/tenants/move", move, at: socket)
      return try JSONDecoder().decode(MoveReport.self, from: Data(report.utf8))
    }
  }

  func discardCopies(of tenant: TenantReference) throws -> [String] {
    switch means {
    case .ourselves(let deployment): return try tenant.discardCopies(in: deployment)
    case .server(let socket):
      let places = try Self.call("/tenants/discard-copies", tenant, at: socket)
      return places.split(separator: "\n").map(String.init)
    }
  }

  func restore(_ restore: TenantRestore) throws {
    switch means {
    case .ourselves(let deployment): try restore.run(in: deployment)
    case .server(let socket): _ = try Self.call("/tenants/restore", restore, at: socket)
    }
  }

  /// Asks the server, where there is one, to run a task soon.
  static func wake(_ waking: TaskWaking, beside folder: DataFolder) {
    _ = try? call("/tasks/wake", waking, at: folder.managementSocket)
  }

  /// What the server offers for these calls.
  ///
  /// - Parameters:
  ///   - changed: takes up the changed set of tenants.
  ///   - wake: runs a task soon.
  static func routes(
    _ deployment: Deployment, changed: @escaping @Sendable () throws -> Void,
    wake: @escaping @Sendable (TaskWaking) -> Void
  ) -> [ManagementRoute] {
    [
      route("/tasks/wake") { (waking: TaskWaking) in
        wake(waking)
        return "woken"
      },
      route("/tenants/create") { (draft: TenantDraft) in
        try deployment.create(draft)
        try changed()
        return "created"
      },
      route("/tenants/module") { (change: ModuleChange) in
        try change.apply(to: deployment)
        try changed()
        return "changed"
      },
      route("/tenants/restore") { (restore: TenantRestore) in
        try restore.run(in: deployment)
        try changed()
        return "restored"
      },
      route("/tenants/move") { (move: TenantMoveRequest) in
        let report = try move.run(in: deployment, switched: changed)
        try changed()
        return try JSONText.of(report)
      },
      route("/tenants/moving") { (tenant: TenantReference) in
        let step = deployment.progressOfMove(of: try TenantKey(tenant.key))
        return step.map { "\($0.done) \($0.total)" } ?? ""
      },
      route("/tenants/discard-copies") { (tenant: TenantReference) in
        try tenant.discardCopies(in: deployment).joined(separator: "\n")
      },
      route("/tenants/remove") { (tenant: TenantReference) in
        let place = try tenant.remove(from: deployment)
        try changed()
        return place
      },
    ]
  }

  private static func route<Input: Decodable & SendableMetatype>(
    _ path: String, _ body: @escaping @Sendable (Input) throws -> String
  ) -> ManagementRoute {
    ManagementRoute(.post, path) { request in
      do {
        return .text(try body(try request.json(as: Input.self)))
      } catch let error as HTTPProblem {
        throw error
      } catch {
        return .text("\(error)", status: 409)
      }
    }
  }

  /// Milliseconds that a call may take: restoring a large tenant takes minutes.
  private static let patience = 3_600_000

  private static func call(
    _ path: String, _ input: some Encodable, at socket: String
  ) throws
    -> String
  {
    let response = try HTTPClient(unixSocket: socket, totalMilliseconds: patience).send(
      HTTPClientRequest(
        "POST", "http://localhost\(path)",
        headers: [HTTPClientHeader("Content-Type", "application/json")],
        body: Array(try JSONEncoder().encode(input))))
    let text = String(decoding: response.body, as: UTF8.self)
    guard response.status == 200 else { throw CommandFailure(text) }
    return text
  }
}

/// A tenant that there is, and the login to the server where its databases may lie.
struct TenantReference: Codable, Sendable {
  let key: String
  /// The server as the command knows it, which a running server may not.
  let store: String?

  init(_ key: TenantKey, _ arguments: Arguments) throws {
    self.key = "\(key)"
    store = try StoreAddress.server(arguments)?.url
  }

  var login: DatabaseServer? {
    get throws { try store.map { try DatabaseServer($0) } }
  }

  func remove(from deployment: Deployment) throws -> String {
    try deployment.remove(try TenantKey(key), login: login) ?? ""
  }

  func discardCopies(in deployment: Deployment) throws -> [String] {
    try deployment.discardCopies(of: try TenantKey(key), login: login)
  }
}

/// Bringing a backup back as a new tenant.
struct TenantRestore: Codable, Sendable {
  let file: String
  let draft: TenantDraft

  func run(in deployment: Deployment) throws {
    _ = try deployment.restore(file, as: draft)
  }
}

/// Running a task of one tenant soon.
struct TaskWaking: Codable, Sendable, Hashable {
  let tenant: String
  let task: String
}

/// Switching a module on or off at a tenant.
struct ModuleChange: Codable, Sendable {
  let key: String
  let module: String
  let enabled: Bool

  func apply(to deployment: Deployment) throws {
    try deployment.setModule(module, enabled: enabled, of: try TenantKey(key))
  }
}
