import Glibc
import TenantService
import Testing
import YuiStorage
import YuiStoragePostgreSQL
import YuiStorageTesting
import YuiTenancy
import YuiText

/// Tenants that are taken out of service, and what an interruption leaves.
@Suite struct Removal {
  private static let aside = "t131041_\(TestService.now.milliseconds)"

  @Test("A tenant whose server is away stays on the list, and is removed once it is back")
  func away() throws {
    let service = try TestService()
    let deployment = service.deployment
    let tenant = try deployment.create(TenantDraft(key: "131041"))
    try service.store().mark("kept")
    try service.database.setAway(true)
    #expect(throws: StoreError.self) { _ = try deployment.remove(tenant.key) }
    #expect(try deployment.tenants() == [tenant])
    try service.database.setAway(false)
    #expect(eventually { (try? service.store().marks()) == ["kept"] })
    let place = try #require(try deployment.remove(tenant.key))
    #expect(place.hasSuffix("schema removed_\(Self.aside)"))
    #expect(try deployment.tenants().isEmpty)
  }

  @Test("A removal that ended before the list was changed is finished by the next one, at a server")
  func repeated() throws {
    let service = try TestService()
    let tenant = try service.deployment.create(TenantDraft(key: "131041"))
    // Of another tenant, with the label 1.
    try service.database.run("CREATE SCHEMA removed_t131041_1_1999999999999")
    let aside = try #require(SQLName("removed_\(Self.aside)"))
    try PostgreSQLServer(service.database.url).retire(SQLName("t131041"), as: aside)
    let place = try #require(try service.deployment.remove(tenant.key))
    #expect(place.hasSuffix("schema removed_\(Self.aside)"))
    #expect(try service.deployment.tenants().isEmpty)
  }

  @Test("A removal that ended before the list was changed is finished by the next one, in files")
  func repeatedInFiles() throws {
    let service = try TestService("131041")
    let folder = service.folder.path
    let aside = "\(folder)/removed/131041-\(TestService.now.milliseconds)"
    #expect(mkdir("\(folder)/removed/131041-1-1999999999999", 0o700) == 0)
    #expect(rename("\(folder)/tenants/131041", aside) == 0)
    #expect(try service.deployment.remove(try .shinjuku) == aside)
    #expect(try service.deployment.tenants().isEmpty)
  }

  @Test("A tenant whose database is lost can be removed; what was put aside before is not its own")
  func lost() throws {
    let service = try TestService()
    let tenant = try service.deployment.create(TenantDraft(key: "131041"))
    try service.database.run(
      "CREATE SCHEMA removed_t131041_1000000000000; DROP SCHEMA t131041 CASCADE")
    #expect(try service.deployment.remove(tenant.key) == nil)
    #expect(try service.deployment.tenants().isEmpty)
  }

  @Test("A tenant in the folder of another server is not removed from a list that both share")
  func elsewhere() throws {
    let (folder, other, database) = (
      try TemporaryFolder(), try TemporaryFolder(), try TestDatabase()
    )
    let server = try DatabaseServer(database.url)
    let (mine, theirs) = (
      try TestService.open(folder.path, server), try TestService.open(other.path, server)
    )
    defer {
      mine.close()
      theirs.close()
    }
    let tenant = try theirs.create(TenantDraft(key: "131041"))
    _ = try theirs.move(tenant.key, to: .file, allowsUnshared: true)
    #expect(words { _ = try mine.remove(tenant.key) }?.contains("another server") == true)
    #expect(try mine.tenants().count == 1)
    #expect(try theirs.remove(tenant.key)?.hasPrefix(other.path) == true)
  }
}
