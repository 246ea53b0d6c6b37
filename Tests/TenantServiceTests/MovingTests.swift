import Glibc
import ReviewWidget
import Synchronization
import TenantService
import Testing
import YuiStorage
import YuiStorageSQLite
import YuiStorageTesting
import YuiTenancy
import YuiTransparencyLog

/// Tenants that move between files and a database server.
@Suite struct Moving {
  @Test("A tenant moved to a server and back has the same digest, and an entry for each move")
  func thereAndBack() throws {
    let service = try TestService("131041")
    let deployment = service.deployment
    let key = try TenantKey.shinjuku
    let before = try deployment.contents(of: key)
    #expect(before.tables.first { $0.name == "reviews_responses" }?.rows == 300)
    var steps: [BackupProgress] = []

    let there = try deployment.move(
      key, to: .server(service.server), progress: { steps.append($0) })
    #expect(there.problem == nil)
    #expect(there.contents == before)
    #expect(steps.last.map { $0.done == $0.total } == true)
    #expect(try service.store().isRemote)
    let atServer = try deployment.contents(of: key)
    #expect(atServer.digest == before.digest)
    #expect(atServer.auditSize == before.auditSize + 1)
    let entry = try #require(try service.audited().first)
    #expect(entry.action == "tenant.moved")
    #expect(entry.details == ["from": there.from, "to": there.to, "sha256": before.digest])

    let back = try deployment.move(key, to: .file)
    #expect(try !service.store().isRemote)
    let again = try deployment.contents(of: key)
    #expect(again.digest == before.digest)
    #expect(back.contents == atServer)
    #expect(again.auditSize == before.auditSize + 2)
    #expect(try deployment.copies(of: key) == [there.kept, back.kept])
    // A search finds what it found before.
    let index = TextIndex("reviews_comments")
    let found = try service.store().read { snapshot in
      try snapshot.all(
        "SELECT id FROM reviews_responses WHERE \(index.match("保育 300", id: "id"))"
      ) { try $0.text(0) }
    }
    #expect(found.count == 1)
  }

  @Test("A second move of a tenant that is being moved is told how far the first one is")
  func twice() throws {
    let service = try TestService("131041")
    let (deployment, key) = (service.deployment, try TenantKey.shinjuku)
    var refusals: [String?] = []
    var drafts: [String] = []
    _ = try deployment.move(
      key, to: .server(service.server),
      progress: { step in
        drafts = (try? deployment.drafts(of: key)) ?? []
        if step.done == step.total {
          refusals.append(words { _ = try deployment.move(key, to: .server(service.server)) })
        }
      })
    #expect(refusals.last == "131041 is being moved already: 100 %")
    #expect(drafts.count == 1 && drafts[0].hasSuffix("schema t131041"))
    #expect(try deployment.drafts(of: key).isEmpty)
    #expect(
      words { _ = try deployment.move(key, to: .server(service.server)) }?
        .contains("is there already") == true)
  }

  @Test("A database that another deployment makes there meanwhile is neither replaced nor deleted")
  func foreign() throws {
    let service = try TestService("131041")
    let (deployment, key) = (service.deployment, try TenantKey.shinjuku)
    let folder = try TemporaryFolder()
    let other = try Deployment(
      DataFolder(folder.path), modules: [ReviewWidget()], isMade: true, server: service.server)
    defer { other.close() }
    var isMade = false
    #expect(throws: (any Error).self) {
      try deployment.move(
        key, to: .server(service.server),
        progress: { step in
          guard step.done == step.total, !isMade else { return }
          isMade = (try? other.create(TenantDraft(key: "131041"))) != nil
        })
    }
    #expect(isMade)
    #expect(try other.contents(of: key).auditSize == 1)
    #expect(try !service.store().isRemote)
    #expect(
      try deployment.contents(of: key).tables.first { $0.name == "reviews_responses" }?.rows == 300)
  }

  @Test(
    "While it moves reads go on, writes are told to come again, and what is written later is at the new place",
    arguments: [true, false])
  func writes(toServer: Bool) throws {
    let service = try TestService("131041")
    let deployment = service.deployment
    let key = try TenantKey.shinjuku
    if !toServer { _ = try deployment.move(key, to: .server(service.server)) }
    let old = try service.store()
    try old.mark("before")
    var refusals: [StoreError] = []
    var isSwitched = false
    let report = try deployment.move(
      key, to: toServer ? .server(service.server) : .file,
      switched: {
        isSwitched = true
        #expect(try service.store() !== old)
        // Nobody is let in at the old place, and those at the new one need not wait.
        #expect(throws: StoreError.self) { try old.mark("lost") }
        try service.store().mark("at the new place")
      },
      progress: { _ in
        #expect(throws: StoreError.self) {
          do { try old.mark("meanwhile") } catch let error as StoreError {
            refusals.append(error)
            throw error
          }
        }
        #expect((try? old.marks()) == ["before"])
      })
    #expect(report.problem == nil)
    #expect(isSwitched)
    #expect(!refusals.isEmpty)
    #expect(refusals.allSatisfy { $0.code == .readOnly && $0.retryAfter == 5 })
    // Whoever still holds the old store is served at the new place.
    try old.mark("later")
    #expect(try service.store().marks() == ["at the new place", "before", "later"])
    #expect(try old.marks() == service.store().marks())
  }

  @Test(
    "A write of another process that waits for the move is not done at the old place",
    arguments: [true, false])
  func otherProcess(toServer: Bool) throws {
    let service = try TestService("131041")
    let key = try TenantKey.shinjuku
    if !toServer { _ = try service.deployment.move(key, to: .server(service.server)) }
    let other = try service.another()
    defer { other.close() }
    let store = try other.store(of: try other.tenant(key))
    try store.mark("before")
    let answer = Mutex<Result<Void, any Error>?>(nil)
    var isSubmitted = false
    let report = try service.deployment.move(
      key, to: toServer ? .server(service.server) : .file,
      progress: { _ in
        if isSubmitted { return }
        isSubmitted = true
        store.submit(
          { transaction in
            _ = try TokenStore.create(
              name: "late", scopes: [], at: TestService.now, in: transaction)
          }, then: { result in answer.withLock { $0 = result } })
      })
    #expect(report.problem == nil)
    #expect(eventually { answer.withLock { $0 != nil } })
    #expect(throws: (any Error).self) { try answer.withLock { try $0?.get() } }
    #expect(try service.store().marks() == ["before"])
    // Once it asks the list again, it is at the new place too.
    try other.store(of: try other.tenant(key)).mark("again")
    #expect(try service.store().marks() == ["again", "before"])
  }

  @Test("What is kept of the old place is what was there, until it is discarded")
  func kept() throws {
    let service = try TestService("131041")
    let deployment = service.deployment
    let key = try TenantKey.shinjuku
    let first = try deployment.contents(of: key)
    let there = try deployment.move(key, to: .server(service.server))
    let pool = StorePool(engine: SQLiteEngine())
    let kept = pool.store("kept", at: .file("\(there.kept)/tenant.sqlite"))
    #expect(try kept.contents().digest(without: AuditLog.tables).hex == first.digest)
    pool.close()
    let back = try deployment.move(key, to: .file)

    #expect(try deployment.discardCopies(of: key) == [there.kept, back.kept])
    #expect(try deployment.copies(of: key) == [])
    #expect(access(there.kept, F_OK) != 0)
    // Neither the schema nor the role is left.
    try service.database.run(
      """
      DO $$ BEGIN
        ASSERT NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname LIKE '%t131041%');
        ASSERT NOT EXISTS (
          SELECT 1 FROM pg_roles WHERE rolname = current_database() || '_t131041');
      END $$
      """)
    #expect(try deployment.contents(of: key).digest == first.digest)
    #expect(try deployment.discardCopies(of: key) == [])
  }

  @Test("A move that cannot be is refused with words, and changes nothing")
  func refused() throws {
    let service = try TestService("131041", "131016")
    let deployment = service.deployment
    let key = try TenantKey.shinjuku
    let before = try deployment.contents(of: key)
    #expect(words { _ = try deployment.move(key, to: .file) }?.contains("there already") == true)
    let unknown = try TenantKey("131059")
    #expect(words { _ = try deployment.move(unknown, to: .file) }?.contains("131059") == true)

    // Somebody else's schema is at the place.
    try service.database.run("CREATE SCHEMA t131041; CREATE TABLE t131041.yui_store (id BIGINT)")
    let taken = words { _ = try deployment.move(key, to: .server(service.server)) }
    #expect(taken?.contains("schema t131041") == true)
    #expect(taken?.contains("nothing was moved") == true)
    try service.database.run("DROP SCHEMA t131041 CASCADE")

    let nowhere = try DatabaseServer("postgres://yui@/yui?host=\(service.folder.path)")
    #expect(words { _ = try deployment.move(key, to: .server(nowhere)) } != nil)
    let stranger = try DatabaseServer(
      service.database.url.replacing("postgres://yui:", with: "postgres://yui:x"))
    #expect(
      words { _ = try deployment.move(key, to: .server(stranger)) }?.contains("password") == true)

    #expect(try deployment.contents(of: key) == before)
    try service.store().mark("still here")
    #expect(try deployment.copies(of: key) == [])
    _ = try deployment.move(key, to: .server(service.server))
    #expect(try deployment.contents(of: key).auditSize == before.auditSize + 1)
  }

  @Test("Bringing a tenant away from a server needs the deployment's login there")
  func login() throws {
    let service = try TestService("131041")
    let key = try TenantKey.shinjuku
    _ = try service.deployment.move(key, to: .server(service.server))
    // Without it, the tenant is served all the same: its role has a password of its own.
    let stranger = try TestService.open(service.folder.path)
    defer { stranger.close() }
    try stranger.store(of: try stranger.tenant(key)).mark("written")
    for refusal in [
      words { _ = try stranger.move(key, to: .file) }, words { _ = try stranger.remove(key) },
    ] {
      #expect(refusal?.contains("--store") == true)
    }
    #expect(try service.store().marks() == ["written"])
  }
}
