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
      Workspace.tenantOption, .flag("all", "every tenant"),
      .value("to", "DIR", "the folder"), Workspace.dataOption,
    ]
  ) { arguments, console in
    let folder = try arguments.required("to", of: "backup")
    guard arguments.has("all") != (arguments.value("tenant") != nil) else {
      throw UsageError("give either --tenant KEY or --all")
    }
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let deployment = workspace.deployment
    let tenants =
      arguments.has("all")
      ? try deployment.tenants()
      : [try deployment.tenant(try Workspace.key(arguments, of: "backup"))]
    for (index, tenant) in tenants.enumerated() {
      let path = try deployment.backup(tenant, to: folder) { progress in
        console.progress(progress.done, of: progress.total, "\(tenant.key)")
      }
      console.progress(index + 1, of: tenants.count, "\(tenant.key)")
      console.clearProgress()
      console.say(path)
    }
  }

  private static let restore = Command(
    "restore", "brings a backup back as a new tenant, after proving it", parameters: ["FILE"],
    options: [
      Workspace.tenantOption, .value("host", "NAME", "the host it answers to; else KEY.localhost"),
      Workspace.dataOption,
    ]
  ) { arguments, console in
    var draft = TenantDraft(key: try arguments.required("tenant", of: "restore"))
    draft.host = arguments.value("host")
    let restored = TenantRestore(file: try absolute(arguments["FILE"]), draft: draft)
    try TenantControl.open(arguments, console) { try $0.restore(restored) }
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
