import Glibc
import TenantService
import Testing
import YuiStorage
import YuiStoragePostgreSQL
import YuiStorageTesting
import YuiTenancy
import YuiText

/// What a process leaves that ends in the middle of a move: each state as it then lies there.
@Suite struct BrokenMoves {
  /// How far a move came.
  enum Stage: String, CaseIterable, Codable {
    /// The copy has the name of a draft.
    case copying
    /// The copy has its name, and the list does not know of it.
    case published
    /// The list names the new place, and the old one is where it was.
    case switched
  }

  @Test(
    "A move that was broken off left one database, and is done again", arguments: Stage.allCases)
  func toServer(stage: Stage) async throws {
    let service = try TestService("131041")
    let (deployment, key) = (service.deployment, try TenantKey.shinjuku)
    let digest = try deployment.contents(of: key).digest
    try await breakOff(at: stage, service, toServer: true)

    try service.store().mark("after the crash")
    if stage == .switched {
      #expect(try service.store().isRemote)
      _ = try deployment.move(key, to: .file)
    } else {
      #expect(try deployment.contents(of: key).tables.contains { $0.rows == 300 })
      #expect(try !service.store().isRemote)
      _ = try deployment.move(key, to: .server(service.server))
    }
    #expect(try service.store().marks() == ["after the crash"])
    try service.store().write { _ = try $0.execute("DELETE FROM yui_tokens WHERE name <> 'test'") }
    #expect(try deployment.contents(of: key).digest == digest)
    #expect(try deployment.copies(of: key).count == (stage == .switched ? 2 : 1))
  }

  @Test("The way back, broken off, left one database, and is done again", arguments: Stage.allCases)
  func toFile(stage: Stage) async throws {
    let service = try TestService("131041")
    let (deployment, key) = (service.deployment, try TenantKey.shinjuku)
    let digest = try deployment.contents(of: key).digest
    _ = try deployment.move(key, to: .server(service.server))
    try await breakOff(at: stage, service, toServer: false)

    #expect(try service.store().isRemote == (stage != .switched))
    #expect(try deployment.contents(of: key).digest == digest)
    _ = try deployment.move(key, to: stage == .switched ? .server(service.server) : .file)
    #expect(try deployment.contents(of: key).digest == digest)
    #expect(try service.store().isRemote == (stage == .switched))
  }

  @Test("An old database that was not put aside is put aside and deleted by discarding")
  func discarded() async throws {
    let service = try TestService("131041")
    let key = try TenantKey.shinjuku
    try await breakOff(at: .switched, service, toServer: true)
    #expect(access("\(service.folder.path)/tenants/131041/tenant.sqlite", F_OK) == 0)
    #expect(try service.deployment.discardCopies(of: key).count == 1)
    #expect(access("\(service.folder.path)/tenants/131041", F_OK) != 0)
    #expect(try service.store().isRemote)
  }

  /// Moves a tenant in another process, which is killed at a stage.
  private func breakOff(at stage: Stage, _ service: TestService, toServer: Bool) async throws {
    let (folder, url) = (service.folder.path, service.database.url)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        folder = folder as String, url = url as String, stage = stage as Stage,
        toServer = toServer as Bool
      ] in
      let server = try DatabaseServer(url)
      let deployment = try TestService.open(folder, server)
      _ = try deployment.move(
        try TenantKey.shinjuku, to: toServer ? .server(server) : .file,
        switched: { if stage == .switched { kill(getpid(), SIGKILL) } },
        progress: { if stage != .switched, $0.done == $0.total { kill(getpid(), SIGKILL) } })
    }
    guard stage == .published else { return }
    if toServer {
      let draft = try service.deployment.directory.read { snapshot in
        try TenantDirectory.copies(of: try TenantKey.shinjuku, in: snapshot).first
      }
      let mark = "moved 131041 \(draft?.madeAt.milliseconds ?? 0)"
      try PostgreSQLServer(url).rename(
        SQLName("draft_t131041"), to: SQLName("t131041"), remark: mark)
    } else {
      let tenant = "\(folder)/tenants/131041/tenant.sqlite"
      #expect(rename("\(tenant).new", tenant) == 0)
    }
  }
}
