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

  @Test(
    "Where a tenant's database lies changes, and is told without its password",
    arguments: Engine.allCases)
  func placement(engine: Engine) throws {
    let directory = try TestTenant(engine).asDirectory()
    let tenant = try Self.tenant("131041")
    try directory.add(tenant)
    #expect(try directory.tenant("131041")?.placement == .file)
    let password = RolePassword.random()
    let placement = TenantPlacement.server(
      address: "postgres://db.example.jp/yui", password: password)
    for wanted in [placement, .file, placement] {
      let before = directory.store.publicVersion.number
      try directory.store.write {
        try TenantDirectory.setPlacement(wanted, of: tenant.key, in: $0)
      }
      #expect(try directory.tenant("131041")?.placement == wanted)
      #expect(directory.store.publicVersion.number > before)
    }
    let moved = try #require(try directory.tenant("131041"))
    #expect(moved != tenant)
    #expect(moved.placement.address == "postgres://db.example.jp/yui")
    var dumped = ""
    dump(moved, to: &dumped)
    #expect(!"\(moved) \(String(reflecting: moved)) \(dumped)".contains(password.text))
    let unknown = try TenantKey("131016")
    #expect(throws: TenantDirectoryError.unknown(unknown)) {
      try directory.store.write { try TenantDirectory.setPlacement(.file, of: unknown, in: $0) }
    }
  }

  @Test("A role's password is 256 bits, and another each time")
  func password() {
    let passwords = Set((0..<100).map { _ in RolePassword.random().text })
    #expect(passwords.count == 100)
    #expect(passwords.allSatisfy { $0.count == 64 })
  }

  @Test(
    "Copies are listed as they were noted, until they are forgotten", arguments: Engine.allCases)
  func copies(engine: Engine) throws {
    let directory = try TestTenant(engine).asDirectory()
    let key = try TenantKey("131041")
    func copy(
      _ address: String?, _ name: String, _ state: TenantCopy.State, _ at: Int64
    ) -> TenantCopy {
      TenantCopy(
        of: key, at: address, name: name, state: state, madeAt: Timestamp(milliseconds: at))
    }
    let file = copy(nil, "kept/131041-2", .kept, 2)
    let schema = copy("postgres://db.example.jp/yui", "t131041", .draft, 1)
    let done = copy("postgres://db.example.jp/yui", "t131041", .kept, 3)
    let store = directory.store
    func copies() throws -> [TenantCopy] {
      try store.read { try TenantDirectory.copies(of: key, in: $0) }
    }
    try store.write { for copy in [file, schema] { try TenantDirectory.add(copy, in: $0) } }
    #expect(try copies() == [schema, file])
    try store.write { try TenantDirectory.add(done, in: $0) }
    #expect(try copies() == [file, done])
    try store.write { try TenantDirectory.remove(file, in: $0) }
    #expect(try copies() == [done])
    let other = try TenantKey("131016")
    #expect(try store.read { try TenantDirectory.copies(of: other, in: $0) } == [])
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
        "outbox", "keys",
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
