import Glibc
import ReviewWidget
import TenantService
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

/// Tenants whose databases are made at a server.
@Suite struct ServerTenants {
  /// A deployment without a list in its folder.
  private func open(_ folder: TemporaryFolder, _ database: TestDatabase) throws -> Deployment {
    try TestService.open(folder.path, DatabaseServer(database.url))
  }

  @Test("Where the folder holds no list of tenants, the list and the tenants are at the server")
  func atServer() throws {
    let (folder, database) = (try TemporaryFolder(), try TestDatabase())
    let deployment = try open(folder, database)
    defer { deployment.close() }
    let tenant = try deployment.create(TenantDraft(key: "131041-training")) {
      try TestService.fill($0)
    }
    #expect(deployment.directory.isRemote)
    #expect(try deployment.store(of: tenant).isRemote)
    #expect(!folder.names.contains("directory.sqlite"))
    try deployment.setModule("reviews", enabled: false, of: tenant.key)
    #expect(try deployment.migrateAll { Issue.record("\($0)") }.isEmpty)

    // A deployment with another folder finds the same.
    let elsewhere = try TemporaryFolder()
    let other = try open(elsewhere, database)
    defer { other.close() }
    #expect(try other.tenants() == deployment.tenants())
    #expect(try other.contents(of: tenant.key) == deployment.contents(of: tenant.key))
  }

  @Test("A folder whose list is at a server is not opened without it, nor with another one")
  func forgotten() throws {
    let (folder, database) = (try TemporaryFolder(), try TestDatabase())
    let deployment = try open(folder, database)
    try deployment.create(TenantDraft(key: "131041"))
    deployment.close()
    let address = try DatabaseServer(database.url).address
    let other = try TestDatabase()
    for server in [nil, try DatabaseServer(other.url)] {
      let refusals = [
        words { _ = try TestService.open(folder.path, server) },
        words { try DataFolder(folder.path).checkList(server) },
      ]
      for refusal in refusals {
        #expect(refusal?.contains("is at \(address)") == true)
        #expect(refusal?.contains("--store or $YUI_STORE") == true)
      }
    }
    #expect(!folder.names.contains("directory.sqlite"))
    let again = try open(folder, database)
    defer { again.close() }
    #expect(try again.tenants().count == 1)
  }

  @Test("Where the folder holds a list, it stays there, and new tenants are made at the server")
  func beside() throws {
    let service = try TestService("131041")
    let tenant = try service.deployment.create(TenantDraft(key: "131016"))
    #expect(!service.deployment.directory.isRemote)
    #expect(try service.deployment.store(of: tenant).isRemote)
    #expect(try !service.store().isRemote)
    #expect(try service.deployment.tenants().count == 2)
    let stats = service.deployment.stats
    #expect(stats.known == 3)
  }

  @Test("An address that is a slip of the pen is not taken for an empty deployment")
  func missing() throws {
    let (folder, database) = (try TemporaryFolder(), try TestDatabase())
    let server = try DatabaseServer(database.url)
    let refusal = words {
      _ = try Deployment(
        DataFolder(folder.path), modules: [], isMade: false, server: server)
    }
    #expect(refusal?.contains(server.address) == true)
    #expect(refusal?.contains("yui:") == false)
  }

  @Test("A tenant of another deployment on the same server is not taken for one's own")
  func foreign() throws {
    let service = try TestService()
    let theirs = try service.deployment.create(TenantDraft(key: "131041"))
    let elsewhere = try TemporaryFolder()
    try TestService.open(elsewhere.path).close()
    let mine = try TestService.open(elsewhere.path, service.server)
    defer { mine.close() }
    #expect(
      words { try mine.create(TenantDraft(key: "131041")) }?.contains("schema t131041") == true)
    try service.deployment.store(of: theirs).mark("untouched")
    #expect(try service.deployment.store(of: theirs).marks() == ["untouched"])
  }

  @Test("What was interrupted while a tenant was made goes on with the next try")
  func interrupted() throws {
    let (folder, database) = (try TemporaryFolder(), try TestDatabase())
    let deployment = try open(folder, database)
    defer { deployment.close() }
    #expect(throws: StoreError.self) {
      try deployment.create(TenantDraft(key: "131041")) { store in
        try store.mark("first")
        throw StoreError(.misuse, "interrupted")
      }
    }
    #expect(try deployment.tenants().isEmpty)
    let tenant = try deployment.create(TenantDraft(key: "131041")) { (store) throws in
      #expect(try store.marks() == ["first"])
    }
    #expect(try deployment.store(of: tenant).marks() == ["first"])
  }

  @Test("A tenant that is removed keeps its data under another name, out of its role's reach")
  func removed() throws {
    let (folder, database) = (try TemporaryFolder(), try TestDatabase())
    let deployment = try open(folder, database)
    defer { deployment.close() }
    let tenant = try deployment.create(TenantDraft(key: "131041"))
    let store = try deployment.store(of: tenant)
    try store.mark("kept")
    let place = try #require(try deployment.remove(tenant.key))
    #expect(place.hasSuffix("schema removed_t131041_\(TestService.now.milliseconds)"))
    #expect(throws: StoreError.self) { try store.marks() }
    #expect(try deployment.tenants().isEmpty)
    // Given back its name, it is found again.
    try database.run(
      "ALTER SCHEMA removed_t131041_\(TestService.now.milliseconds) RENAME TO t131041")
    let found = try deployment.create(TenantDraft(key: "131041"))
    #expect(try deployment.store(of: found).marks() == ["kept"])
    _ = try deployment.remove(tenant.key)
    // The same key again begins anew.
    let again = try deployment.create(TenantDraft(key: "131041"))
    #expect(try deployment.store(of: again).marks() == [])
    try database.run(
      """
      DO $$ BEGIN
        ASSERT EXISTS (SELECT 1 FROM removed_t131041_\(TestService.now.milliseconds).yui_tokens);
        ASSERT NOT has_schema_privilege(
          current_database() || '_t131041', 'removed_t131041_\(TestService.now.milliseconds)',
          'USAGE');
      END $$
      """)
  }

  @Test("A backup is a file whatever the engine, and is restored to either, with the same digest")
  func backup() throws {
    let service = try TestService("131041")
    let key = try TenantKey.shinjuku
    let backups = try TemporaryFolder()
    let before = try service.deployment.contents(of: key)

    // From a file to the server.
    let files = try TestService.open(service.folder.path)
    let first = try files.backup(try files.tenant(key), to: backups.path)
    files.close()
    let restored = try service.deployment.restore(first, as: TenantDraft(key: "131041-server"))
    #expect(try service.deployment.store(of: restored).isRemote)
    #expect(try service.deployment.contents(of: restored.key).digest == before.digest)
    #expect(try service.deployment.contents(of: restored.key).auditSize == before.auditSize + 1)

    // From the server to a file.
    let second = try service.deployment.backup(restored, to: backups.path)
    let manifest = try Deployment.verifyBackup(second)
    #expect(manifest.tenant == "131041-server")
    #expect(manifest.auditSize == before.auditSize + 1)
    #expect(!backups.names.contains { $0.contains("partial") || $0.contains("-wal") })
    let again = try TestService.open(service.folder.path)
    defer { again.close() }
    let inFile = try again.restore(second, as: TenantDraft(key: "131041-file"))
    #expect(try !again.store(of: inFile).isRemote)
    #expect(try again.contents(of: inFile.key).digest == before.digest)
    let back = try again.store(of: inFile).publicVersion
    #expect(back.epoch != (try service.store(restored.key)).publicVersion.epoch)
    // What is there already is never overwritten.
    #expect(throws: (any Error).self) {
      try service.deployment.restore(second, as: TenantDraft(key: "131041-server"))
    }
  }

  @Test("A server takes up what another one changes in the list, within about a second")
  func watched() throws {
    let (folder, database) = (try TemporaryFolder(), try TestDatabase())
    let (mine, elsewhere) = (try open(folder, database), try TemporaryFolder())
    let theirs = try open(elsewhere, database)
    defer {
      mine.close()
      theirs.close()
    }
    let sites = try TenantSites(mine)
    let watch = DirectoryWatch(mine, sites: sites) { try sites.reload() }
    defer { watch.stop() }
    let tenant = try theirs.create(TenantDraft(key: "131041"))
    #expect(eventually { sites.site(host: tenant.host) != nil })
    // Moved elsewhere and back, it has another password, and gets a site of its own again.
    let store = try #require(sites.site(host: tenant.host)?.store)
    let generation = sites.generation
    try theirs.setModule("reviews", enabled: false, of: tenant.key)
    #expect(eventually { sites.generation > generation })
    _ = try theirs.move(tenant.key, to: .file, allowsUnshared: true)
    _ = try theirs.move(tenant.key, to: .server(try DatabaseServer(database.url)))
    #expect(
      eventually {
        guard let new = sites.site(host: tenant.host)?.store, new !== store else { return false }
        return (try? new.marks()) == []
      })
    _ = try theirs.remove(tenant.key)
    #expect(eventually { sites.site(host: tenant.host) == nil })
  }

  @Test("Into a file that other servers of the list do not reach, a tenant goes only if told")
  func unshared() throws {
    let (folder, elsewhere, database) = (
      try TemporaryFolder(), try TemporaryFolder(), try TestDatabase()
    )
    let (mine, theirs) = (try open(folder, database), try open(elsewhere, database))
    defer {
      mine.close()
      theirs.close()
    }
    let key = try mine.create(TenantDraft(key: "131041")).key
    #expect(words { _ = try mine.move(key, to: .file) }?.contains("--yes") == true)
    #expect(try mine.store(of: try mine.tenant(key)).isRemote)
    _ = try mine.move(key, to: .file, allowsUnshared: true)
    let tenant = try mine.tenant(key)
    #expect(try mine.whereLies(tenant).hasPrefix(folder.path))
    #expect(try theirs.whereLies(tenant) == "in the data folder of another server")
    #expect(words { _ = try theirs.contents(of: key) }?.contains("another server") == true)
  }

  @Test("A tenant that could not be served is served once it can be")
  func retried() throws {
    let service = try TestService("131041")
    let key = try TenantKey.shinjuku
    let sites = try TenantSites(service.deployment, without: [key])
    #expect(sites.site(host: "131041.localhost") == nil)
    #expect(sites.unserved == ["131041"])
    #expect(sites.isUnserved(host: "131041.localhost"))
    let watch = DirectoryWatch(service.deployment, sites: sites) {}
    defer { watch.stop() }
    #expect(eventually { sites.site(host: "131041.localhost") != nil })
    #expect(sites.unserved.isEmpty)
    #expect(!sites.isUnserved(host: "131041.localhost"))
  }

  @Test("A password is nowhere in what is printed of a deployment's parts")
  func hidden() throws {
    let (folder, database) = (try TemporaryFolder(), try TestDatabase())
    let deployment = try open(folder, database)
    defer { deployment.close() }
    let tenant = try deployment.create(TenantDraft(key: "131041"))
    guard case .server(_, let password) = tenant.placement else {
      Issue.record("the tenant is not at the server")
      return
    }
    let own = try #require(database.url.split(separator: "@").first?.split(separator: ":").last)
    let server = try DatabaseServer(database.url)
    var dumped = ""
    dump((tenant, server, try deployment.store(of: tenant).location), to: &dumped)
    for text in [dumped, "\(tenant) \(server) \(try deployment.store(of: tenant).location)"] {
      #expect(!text.contains(password.text))
      #expect(!text.contains(own))
    }
  }
}
