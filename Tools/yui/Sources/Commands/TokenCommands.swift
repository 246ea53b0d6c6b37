import TenantService
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `yui token …`: programs' keys to a tenant's API.
enum TokenCommands {
  static let all = [create, list, revoke]

  private static let create = Command(
    "token create", "makes an API token and prints it, once",
    options: [
      Workspace.tenantOption,
      .value(
        "scope", "SCOPE", "what it may do, such as reviews:read; several with commas",
        isRequired: true),
      .value("name", "NAME", "what it is for", isRequired: true), Workspace.dataOption,
      Workspace.storeOption,
    ]
  ) { arguments, console in
    let name = arguments["name"]
    guard (1...80).contains(name.count) else { throw UsageError("--name takes 1 to 80 characters") }
    let scopes = arguments["scope"]
      .split(separator: ",").map { Permission(rawValue: String($0)) }
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    let key = try Workspace.key(arguments)
    let known = try workspace.modules(of: key).flatMap(\.permissions).map(\.permission)
    guard !scopes.isEmpty else {
      throw UsageError(
        "--scope is empty: there are \(known.map(\.rawValue).joined(separator: ", "))")
    }
    for scope in scopes where !known.contains(scope) {
      throw UsageError(
        "there is no scope '\(scope.rawValue)': there are "
          + known.map(\.rawValue).joined(separator: ", "))
    }
    let secret = try store.write { transaction in
      let now = Clock.system.now()
      let (token, secret) = try TokenStore.create(
        name: name, scopes: Set(scopes), at: now, in: transaction)
      try AuditLog.record(
        AuditEvent(
          "tenant.token.created", subject: name,
          details: [
            "id": "\(token.id)", "scopes": scopes.map(\.rawValue).sorted().joined(separator: " "),
          ]), by: Workspace.actor("token create"), at: now, in: transaction)
      return secret
    }
    console.say(secret)
  }

  private static let list = Command(
    "token list", "lists the tokens",
    options: [
      Workspace.tenantOption, Workspace.jsonOption, Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    let tokens = try store.read { try TokenStore.all(in: $0) }.map(TokenDocument.init)
    if arguments.has("json") {
      console.say(try JSONText.of(tokens))
    } else {
      let table = TextTable(
        headings: ["ID", "NAME", "STATE", "SCOPES"],
        rows: tokens.map {
          [
            $0.id, $0.name, $0.revokedAt == nil ? "works" : "revoked",
            $0.scopes.joined(separator: ","),
          ]
        })
      console.say(table.description)
    }
  }

  private static let revoke = Command(
    "token revoke", "ends a token", parameters: ["ID"],
    options: [Workspace.tenantOption, Workspace.dataOption, Workspace.storeOption]
  ) { arguments, console in
    guard let id = UUIDv7(arguments["ID"]) else {
      throw UsageError("'\(arguments["ID"].prefix(80))' is no id: 'yui token list' shows them")
    }
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    try store.write { transaction in
      let now = Clock.system.now()
      guard let token = try TokenStore.token(id: id, in: transaction) else {
        throw CommandFailure("there is no token \(id): 'yui token list' shows them")
      }
      guard try TokenStore.revoke(id: id, at: now, in: transaction) else { return }
      try AuditLog.record(
        AuditEvent("tenant.token.revoked", subject: token.name, details: ["id": "\(id)"]),
        by: Workspace.actor("token revoke"), at: now, in: transaction)
    }
    console.say("token \(id) no longer works")
  }
}

/// A token as `--json` prints it.
struct TokenDocument: Encodable {
  let id: String
  let name: String
  let scopes: [String]
  let createdAt: String
  let revokedAt: String?

  init(_ token: APIToken) {
    id = "\(token.id)"
    name = token.name
    scopes = token.scopes.map(\.rawValue).sorted()
    createdAt = token.createdAt.rfc3339
    revokedAt = token.revokedAt?.rfc3339
  }
}
