import TenantService
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `yui user …`: who may sign in at a tenant.
enum UserCommands {
  static let all = [add, list, disable, enable, reset]

  private static let linkOption = Command.Option.flag(
    "link", "prints a one-time link without looking for a password on standard input")

  private static let add = Command(
    "user add",
    "adds a member of staff; the password comes from standard input, else a link is printed",
    parameters: ["EMAIL"],
    options: [
      Workspace.tenantOption,
      .value(
        "role", "ROLE", Role.staff.map(\.rawValue).joined(separator: ", "), isRequired: true),
      linkOption, Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    let email = try email(arguments)
    let roleName = arguments["role"]
    guard let role = Role(rawValue: roleName), role.isStaff else {
      throw UsageError(
        "there is no role '\(roleName)': there are "
          + Role.staff.map(\.rawValue).joined(separator: ", "))
    }
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    let hash = try passwordHash(arguments, console)
    let link = try words {
      try store.write { transaction in
        let now = Clock.system.now()
        let account = try AccountStore.add(email, role: role, at: now, in: transaction)
        try AuditLog.record(
          AuditEvent(
            "tenant.account.added", subject: "\(email)", details: ["role": role.rawValue]),
          by: Workspace.actor("user add"), at: now, in: transaction)
        return try prepare(account, hash: hash, at: now, in: transaction)
      }
    }
    try report(link, of: email, arguments, workspace, console)
  }

  private static let list = Command(
    "user list", "lists who may sign in",
    options: [
      Workspace.tenantOption, Workspace.jsonOption, Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    let accounts = try store.read { try AccountStore.all(in: $0) }
    if arguments.has("json") {
      console.say(try JSONText.of(accounts.map(AccountDocument.init)))
    } else {
      let table = TextTable(
        headings: ["EMAIL", "ROLE", "STATE"],
        rows: accounts.map {
          ["\($0.email)", $0.role.rawValue, $0.isEnabled ? "enabled" : "disabled"]
        })
      console.say(table.description)
    }
  }

  private static let disable = Command(
    "user disable", "ends an account and its sessions; what it did stays in the audit log",
    parameters: ["EMAIL"],
    options: [Workspace.tenantOption, Workspace.dataOption, Workspace.storeOption]
  ) { arguments, console in
    let email = try email(arguments)
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    try words {
      try store.write { transaction in
        let account = try account(email, in: transaction)
        try AccountStore.setEnabled(false, of: account, in: transaction)
        try SessionStore.revokeAll(of: account.id, in: transaction)
        try AuditLog.record(
          AuditEvent("tenant.account.disabled", subject: "\(email)"),
          by: Workspace.actor("user disable"), at: Clock.system.now(), in: transaction)
      }
    }
    console.say("\(email) can no longer sign in")
  }

  private static let enable = Command(
    "user enable", "lets a disabled account sign in again", parameters: ["EMAIL"],
    options: [Workspace.tenantOption, Workspace.dataOption, Workspace.storeOption]
  ) { arguments, console in
    let email = try email(arguments)
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    try store.write { transaction in
      let account = try account(email, in: transaction)
      try AccountStore.setEnabled(true, of: account, in: transaction)
      try AuditLog.record(
        AuditEvent("tenant.account.enabled", subject: "\(email)"),
        by: Workspace.actor("user enable"), at: Clock.system.now(), in: transaction)
    }
    console.say("\(email) can sign in again")
  }

  private static let reset = Command(
    "user reset", "takes a new password from standard input, else prints a one-time link",
    parameters: ["EMAIL"],
    options: [Workspace.tenantOption, linkOption, Workspace.dataOption, Workspace.storeOption]
  ) { arguments, console in
    let email = try email(arguments)
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    let hash = try passwordHash(arguments, console)
    let link = try store.write { transaction in
      let now = Clock.system.now()
      let account = try account(email, in: transaction)
      guard account.isEnabled else {
        throw CommandFailure("\(email) is disabled: 'yui user enable' comes first")
      }
      try SessionStore.revokeAll(of: account.id, in: transaction)
      try AuditLog.record(
        AuditEvent("tenant.account.reset", subject: "\(email)"),
        by: Workspace.actor("user reset"), at: now, in: transaction)
      return try prepare(account, hash: hash, at: now, in: transaction)
    }
    try report(link, of: email, arguments, workspace, console)
  }

  private static func email(_ arguments: Arguments) throws -> EmailAddress {
    guard let email = EmailAddress(arguments["EMAIL"]) else {
      throw UsageError("'\(arguments["EMAIL"].prefix(80))' is no address: give name@example.lg.jp")
    }
    return email
  }

  private static func account(
    _ email: EmailAddress, in source: some Queryable
  ) throws -> Account {
    guard let account = try AccountStore.account(email: email, in: source) else {
      throw CommandFailure("\(email) has no account here: 'yui user list' shows who has")
    }
    return account
  }

  private static func passwordHash(_ arguments: Arguments, _ console: Console) throws -> String? {
    guard !arguments.has("link"), !console.isInteractive else { return nil }
    let secret = try console.readSecret()
    guard !secret.isEmpty else { return nil }
    do {
      return try PasswordHasher().hash(try Password(secret))
    } catch {
      throw CommandFailure(error.message[.en])
    }
  }

  /// Sets the password, or makes the secret of a link to set one.
  private static func prepare(
    _ account: Account, hash: String?, at now: Timestamp, in transaction: Transaction
  ) throws -> String? {
    guard let hash else {
      return try PasswordLink.create(for: account.id, at: now, in: transaction)
    }
    try AccountStore.setPasswordHash(hash, of: account.id, in: transaction)
    return nil
  }

  private static func report(
    _ link: String?, of email: EmailAddress, _ arguments: Arguments, _ workspace: Workspace,
    _ console: Console
  ) throws {
    guard let link else {
      console.say("\(email) can sign in")
      return
    }
    let tenant = try workspace.deployment.tenant(try Workspace.key(arguments))
    // A host of this machine alone is a trial, where the server listens as it does unless told.
    let base =
      tenant.publicURL
      ?? (tenant.host.hasSuffix(".localhost")
        ? "http://\(tenant.host):8080" : "https://\(tenant.host)")
    console.note("\(email) sets a password here, once and within three days:")
    console.say("\(base)/staff/password/\(link)")
  }

  private static func words<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as AccountError {
      throw CommandFailure(error.message[.en])
    }
  }
}

/// An account as `--json` prints it.
struct AccountDocument: Encodable {
  let id: String
  let email: String
  let role: String
  let enabled: Bool
  let createdAt: String

  init(_ account: Account) {
    id = "\(account.id)"
    email = "\(account.email)"
    role = account.role.rawValue
    enabled = account.isEnabled
    createdAt = account.createdAt.rfc3339
  }
}
