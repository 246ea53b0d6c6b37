import TenantService
import YuiStorage
import YuiTenancy

/// `yui audit …`: proving that nobody bent the record.
enum AuditCommands {
  static let all = [verify]

  private static let verify = Command(
    "audit verify", "recomputes a tenant's audit log and compares it with what is stored",
    options: [
      Workspace.tenantOption,
      .value("size", "N", "with --root: the size an earlier check printed"),
      .value("root", "HEX", "the root an earlier check printed: proves nothing before it changed"),
      Workspace.jsonOption, Workspace.dataOption, Workspace.storeOption,
    ]
  ) { arguments, console in
    let known = try known(arguments)
    let workspace = try Workspace(arguments, console)
    defer { workspace.close() }
    let store = try workspace.store(arguments)
    do {
      let result = try store.read { try AuditLog.verify(against: known, in: $0) }
      if arguments.has("json") {
        console.say(
          try JSONText.of(
            AuditDocument(size: result.size, root: result.root, erased: result.erased)))
      } else {
        console.say("audit log intact: \(result.size) entries, \(result.erased) texts erased")
        console.say("root \(result.root)")
      }
    } catch let problem as LogProblem {
      throw CommandFailure("THE AUDIT LOG WAS CHANGED: \(problem)")
    }
  }

  private static func known(_ arguments: Arguments) throws -> (size: Int64, root: String)? {
    switch (arguments.value("size"), arguments.value("root")) {
    case (nil, nil): return nil
    case (let size?, let root?):
      guard let size = Int64(size), size >= 0, root.utf8.count == 64 else {
        throw UsageError("--size takes a number and --root 64 hexadecimal digits")
      }
      return (size, root)
    default: throw UsageError("--size and --root go together")
    }
  }
}

/// A verified log as `--json` prints it.
struct AuditDocument: Encodable {
  let size: Int64
  let root: String
  let erased: Int64
}
