import TenantService
import YuiStorage
import YuiTenancy
import YuiText

/// `yui backup`, `restore`, `verify`: a tenant as a file, and back.
enum BackupCommands {
  static let all = [backup, restore, verify]

  private static let backup = Command(
    "backup", "copies tenants' databases into a folder while they are in use",
    options: [
      .value("tenant", "KEY", "the tenant: 131041"), .flag("all", "every tenant"),
      .value("to", "DIR", "the folder", isRequired: true), Workspace.dataOption,
      Workspace.storeOption,
    ]
  ) { arguments, console in
    let folder = arguments["to"]
    guard arguments.has("all") != (arguments.value("tenant") != nil) else {
      throw UsageError("give either --tenant KEY or --all")
    }
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let deployment = workspace.deployment
    let tenants =
      arguments.has("all")
      ? try deployment.tenants()
      : [try deployment.tenant(try Workspace.key(arguments))]
    guard !tenants.isEmpty else { throw CommandFailure("there is no tenant to back up") }
    var failed: [String] = []
    for tenant in tenants {
      do {
        let path = try deployment.backup(tenant, to: folder) { progress in
          console.progress(progress.done, of: progress.total, "\(tenant.key)")
        }
        console.clearProgress()
        console.say(path)
      } catch {
        // One tenant's trouble must not cost the others their backup.
        console.note("yui: \(tenant.key): \(error)")
        failed.append("\(tenant.key)")
      }
    }
    guard failed.isEmpty else {
      throw CommandFailure("no backup of \(failed.joined(separator: ", "))")
    }
  }

  private static let restore = Command(
    "restore", "brings a backup back as a new tenant, after proving it", parameters: ["FILE"],
    options: [
      Workspace.tenantOption, .value("host", "NAME", "the host it answers to; else KEY.localhost"),
      .value("url", "URL", "the address residents see, without a final slash"),
      Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    var draft = TenantDraft(key: arguments["tenant"])
    draft.host = arguments.value("host")
    draft.url = arguments.value("url")
    let restored = TenantRestore(file: try absolute(arguments["FILE"]), draft: draft)
    try TenantControl.open(arguments, console, isMade: true) { try $0.restore(restored) }
    console.say("tenant \(draft.key) is there, from \(arguments["FILE"])")
  }

  private static let verify = Command(
    "verify", "proves that a backup is whole", parameters: ["FILE"]
  ) { arguments, console in
    let manifest = try Deployment.verifyBackup(arguments["FILE"])
    console.say(
      "backup intact: \(manifest.tenant) \(manifest.name), \(manifest.bytes) bytes, made "
        + "\(manifest.madeAt.rfc3339), \(manifest.auditSize) audit entries, root "
        + manifest.auditRoot)
  }

  /// A running server has another working folder.
  private static func absolute(_ path: String) throws -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = InputFile.workingFolder else {
      throw CommandFailure("the working folder is gone: name the file from /")
    }
    return "\(folder)/\(path)"
  }
}
