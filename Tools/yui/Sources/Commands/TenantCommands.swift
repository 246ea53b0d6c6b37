import TenantService
import YuiStorage
import YuiTenancy
import YuiText

/// `yui tenant …`: what changes the set of tenants goes through a running server, if there is one.
enum TenantCommands {
  static let all = [create, list, show, enable, disable] + MoveCommands.all + [remove]

  private static let create = Command(
    "tenant create", "makes a tenant", parameters: ["KEY"],
    options: [
      .value("name", "NAME", "the municipality's name; else the one in the shipped list"),
      .value("host", "NAME", "the host it answers to; else KEY.localhost"),
      .value("url", "URL", "the address residents see, without a final slash"),
      .value("modules", "A,B", "the modules it runs; else all"), Workspace.dataOption,
      Workspace.storeOption,
    ]
  ) { arguments, console in
    var draft = TenantDraft(key: arguments["KEY"])
    draft.name = arguments.value("name")
    draft.host = arguments.value("host")
    draft.url = arguments.value("url")
    draft.modules = arguments.value("modules")?.split(separator: ",").map(String.init)
    // Said here already, so that a typing error needs no data folder.
    let key = try TenantKey(draft.key)
    try TenantControl.open(arguments, console, isMade: true) { try $0.create(draft) }
    console.say("tenant \(key) is there")
  }

  private static let list = Command(
    "tenant list", "lists the tenants",
    options: [Workspace.jsonOption, Workspace.dataOption, Workspace.storeOption]
  ) { arguments, console in
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let tenants = try workspace.deployment.tenants()
    if arguments.has("json") {
      console.say(try JSONText.of(tenants.map { TenantDocument($0) }))
    } else {
      let table = TextTable(
        headings: ["KEY", "NAME", "HOST", "MODULES"],
        rows: tenants.map {
          ["\($0.key)", $0.name, $0.host, $0.modules.joined(separator: ",")]
        })
      console.say(table.description)
    }
  }

  private static let show = Command(
    "tenant show", "tells everything about a tenant", parameters: ["KEY"],
    options: [
      .flag("digest", "counts and hashes every table of its database"), Workspace.jsonOption,
      Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let deployment = workspace.deployment
    let tenant = try deployment.tenant(try TenantKey(arguments["KEY"]))
    let store = try deployment.store(of: tenant)
    let kept = try deployment.copies(of: tenant.key)
    let drafts = try deployment.drafts(of: tenant.key)
    let contents = arguments.has("digest") ? try deployment.contents(of: tenant.key) : nil
    if arguments.has("json") {
      console.say(
        try JSONText.of(
          TenantDocument(
            tenant, database: try deployment.whereLies(tenant), kept: kept, drafts: drafts,
            contents: contents)))
      return
    }
    console.say("key      \(tenant.key)")
    console.say("name     \(tenant.name)")
    console.say("host     \(tenant.host)")
    console.say("url      \(tenant.publicURL ?? "(from the host)")")
    console.say("modules  \(tenant.modules.joined(separator: ", "))")
    console.say("created  \(tenant.createdAt.rfc3339)")
    console.say("database \(try deployment.whereLies(tenant))")
    for place in kept { console.say("kept     \(place)") }
    for place in drafts { console.say("draft    \(place), of a move that runs or was broken off") }
    if deployment.isElsewhere(tenant) { return }
    for state in try store.migrationStates(deployment.migrationSets) {
      let when = state.appliedAt?.rfc3339 ?? "pending"
      console.say("schema   \(state.component) \(state.number) \(state.name): \(when)")
    }
    guard let contents else { return }
    console.say(ContentsTable.text(contents))
    console.say("digest     \(contents.digest)")
  }

  private static let enable = module("enable", "switches a module on", enabled: true)
  private static let disable = module(
    "disable", "switches a module off; its data stay", enabled: false)

  private static func module(_ name: String, _ summary: String, enabled: Bool) -> Command {
    Command(
      "tenant \(name)", summary, parameters: ["KEY", "MODULE"],
      options: [Workspace.dataOption, Workspace.storeOption]
    ) { arguments, console in
      let change = ModuleChange(
        key: arguments["KEY"], module: arguments["MODULE"], enabled: enabled)
      try TenantControl.open(arguments, console) { try $0.setModule(change) }
      console.say("\(change.module) is \(enabled ? "on" : "off") at \(change.key)")
    }
  }

  private static let remove = Command(
    "tenant remove", "takes a tenant out of service; its data are moved aside, not deleted",
    parameters: ["KEY"],
    options: [.flag("yes", "really"), Workspace.dataOption, Workspace.storeOption]
  ) { arguments, console in
    let key = try TenantKey(arguments["KEY"])
    guard arguments.has("yes") else {
      throw UsageError("this takes \(key) out of service: add --yes")
    }
    let place = try TenantControl.open(arguments, console) {
      try $0.remove(TenantReference(key, arguments))
    }
    let data = place.isEmpty ? "there was no database of it" : "its data are in \(place)"
    console.say("tenant \(key) is out of service; \(data)")
  }
}

/// A tenant as `--json` prints it.
struct TenantDocument: Encodable {
  let key: String
  let name: String
  let host: String
  let url: String?
  let modules: [String]
  let createdAt: String
  /// Where its database lies.
  let database: String?
  /// Where databases lie that it was served from before.
  let kept: [String]?
  /// Where moves that run or were broken off make copies.
  let drafts: [String]?
  let contents: ContentsReport?

  init(
    _ tenant: Tenant, database: String? = nil, kept: [String]? = nil,
    drafts: [String]? = nil, contents: ContentsReport? = nil
  ) {
    key = "\(tenant.key)"
    name = tenant.name
    host = tenant.host
    url = tenant.publicURL
    modules = tenant.modules
    createdAt = tenant.createdAt.rfc3339
    (self.database, self.kept, self.drafts) = (database, kept, drafts)
    self.contents = contents
  }
}
