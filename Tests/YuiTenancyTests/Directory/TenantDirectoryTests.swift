import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct TenantDirectoryTests {
  @Test("A tenant is listed as it was added, by key", arguments: Engine.allCases)
  func add(engine: Engine) throws {
    let directory = try TestTenant(engine).asDirectory()
    let shinjuku = try Self.tenant(
      "131041", host: "reviews.city.example.jp", url: "https://reviews.city.example.jp",
      notice: LocalizedText(ja: "見本です。", en: "Samples."))
    let chiyoda = try Self.tenant("131016")
    try directory.add(shinjuku)
    try directory.add(chiyoda)
    #expect(try directory.all() == [chiyoda, shinjuku])
    #expect(try directory.tenant("131041") == shinjuku)
    #expect(try directory.tenant("131041-training") == nil)
  }

  @Test("A key and a host belong to one tenant", arguments: Engine.allCases)
  func taken(engine: Engine) throws {
    let directory = try TestTenant(engine).asDirectory()
    let first = try Self.tenant("131041")
    try directory.add(first)
    #expect(throws: TenantDirectoryError.exists(first.key)) {
      try directory.add(try Self.tenant("131041", host: "other.example.jp"))
    }
    #expect(throws: TenantDirectoryError.hostTaken(first.host, by: first.key)) {
      try directory.add(try Self.tenant("131016", host: first.host))
    }
    #expect(try directory.all() == [first])
  }

  @Test("The modules change, and a tenant goes", arguments: Engine.allCases)
  func change(engine: Engine) throws {
    let directory = try TestTenant(engine).asDirectory()
    let tenant = try Self.tenant("131041")
    try directory.add(tenant)
    for modules in [["reviews", "skills"], []] {
      let before = directory.store.publicVersion.number
      try directory.store.write {
        try TenantDirectory.setModules(modules, of: tenant.key, in: $0)
      }
      #expect(try directory.tenant("131041")?.modules == modules)
      #expect(directory.store.publicVersion.number > before)
    }
    try directory.store.write { try TenantDirectory.remove(tenant.key, in: $0) }
    #expect(try directory.all().isEmpty)
  }

  private static func tenant(
    _ key: String, host: String? = nil, url: String? = nil, notice: LocalizedText? = nil
  ) throws -> Tenant {
    Tenant(
      key: try TenantKey(key), name: "新宿区", host: host ?? "\(key).localhost", publicURL: url,
      modules: ["reviews"], notice: notice, createdAt: TestTenant.now)
  }
}

extension TestTenant {
  /// The tenant's database as that of a deployment.
  fileprivate func asDirectory() throws -> TestTenant {
    try store.migrate(
      [TenantDirectory.migrations],
      otherComponents: [
        "accounts", "sessions", "tokens", "audit", "settings", "uploads", "idempotency",
      ])
    return self
  }

  fileprivate func add(_ tenant: Tenant) throws {
    try store.write { try TenantDirectory.add(tenant, in: $0) }
  }

  fileprivate func all() throws -> [Tenant] {
    try store.read { try TenantDirectory.all(in: $0) }
  }

  fileprivate func tenant(_ key: String) throws -> Tenant? {
    let key = try TenantKey(key)
    return try store.read { try TenantDirectory.tenant(key, in: $0) }
  }
}
