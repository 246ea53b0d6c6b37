import FoundationEssentials
import TenantService
import YuiStorage
import YuiTenancy

/// `yui tenant move` and what it leaves behind.
enum MoveCommands {
  static let all = [move, discard]

  private static let move = Command(
    "tenant move", "brings a tenant's database into PostgreSQL or back, while it is served",
    parameters: ["KEY"],
    options: [
      .value(
        "to", "PLACE", "sqlite, postgres (the server of --store) or postgres://LOGIN@HOST/NAME",
        isRequired: true),
      .flag("yes", "really: into a file that other servers with the same list do not reach"),
      Workspace.jsonOption, Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    let key = try TenantKey(arguments["KEY"])
    let move = TenantMoveRequest(
      tenant: try TenantReference(key, arguments), to: try target(arguments),
      allowsUnshared: arguments.has("yes"))
    let report = try TenantControl.open(arguments, console) { control in
      try control.move(move) { console.progress($0.done, of: $0.total, "\(key)") }
    }
    console.clearProgress()
    if arguments.has("json") {
      console.say(try JSONText.of(report))
    } else {
      console.say(ContentsTable.text(report.contents))
      console.say("moved      \(report.from)")
      console.say("to         \(report.to)")
      console.say("kept       \(report.kept)")
      console.say("digest     \(report.contents.digest)")
    }
    if let problem = report.problem {
      console.note(
        "yui: \(key) is at its new place, but the old database could not be put aside: \(problem); "
          + "'yui tenant discard-copies \(key)' tries again")
    }
  }

  private static let discard = Command(
    "tenant discard-copies", "deletes the databases that moves of a tenant left behind, for good",
    parameters: ["KEY"],
    options: [.flag("yes", "really"), Workspace.dataOption, Workspace.storeOption]
  ) { arguments, console in
    let key = try TenantKey(arguments["KEY"])
    guard arguments.has("yes") else {
      throw UsageError("this deletes what 'yui tenant show \(key)' lists as kept: add --yes")
    }
    let places = try TenantControl.open(arguments, console) {
      try $0.discardCopies(of: TenantReference(key, arguments))
    }
    if places.isEmpty { console.note("no old database of \(key) is kept") }
    for place in places { console.say("deleted \(place)") }
  }

  /// What `--to` asks for, with the login that the environment adds to it.
  private static func target(_ arguments: Arguments) throws -> TenantMoveRequest.Target {
    let text = arguments["to"]
    switch text {
    case "sqlite": return .sqlite
    case "postgres":
      return .postgres(nil)
    default: return .postgres(try StoreAddress.argument(text, of: "to").url)
    }
  }
}

/// Where a tenant is to go, as it is told to a running server.
struct TenantMoveRequest: Codable, Sendable {
  enum Target: Codable, Sendable {
    case sqlite
    /// The server with this address and login; without one the server that the command knows, else
    /// the running server's.
    case postgres(String?)
  }

  let tenant: TenantReference
  let to: Target
  /// Whether the tenant may go where other servers with the same list do not reach it.
  let allowsUnshared: Bool

  func run(
    in deployment: Deployment, switched: () throws -> Void = {},
    progress: (BackupProgress) -> Void = { _ in }
  ) throws -> MoveReport {
    try deployment.move(
      try TenantKey(tenant.key), to: target(deployment), allowsUnshared: allowsUnshared,
      login: tenant.login, switched: switched, progress: progress)
  }

  private func target(_ deployment: Deployment) throws -> MoveTarget {
    switch to {
    case .sqlite: return .file
    case .postgres(let url):
      let given = try url.map { try DatabaseServer($0) } ?? tenant.login
      guard let server = given ?? deployment.server else {
        throw CommandFailure(
          "which server? Give --to postgres://LOGIN@HOST/NAME, or name it in $YUI_STORE")
      }
      // Where the running server has a login there itself, a command without one needs none.
      if let own = deployment.server, own.address == server.address, !server.hasPassword {
        return .server(own)
      }
      return .server(server)
    }
  }
}

/// What a tenant's database holds, as people read it.
enum ContentsTable {
  static func text(_ contents: ContentsReport) -> String {
    let table = TextTable(
      headings: ["TABLE", "ROWS", "SHA-256"],
      rows: contents.tables.map { [$0.name, "\($0.rows)", $0.sha256] })
    return """
      \(table.description)
      audit log  \(contents.auditSize) entries, root \(contents.auditRoot)
      """
  }
}
