import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

@Suite struct TokenStoreTests {
  private let now = TestTenant.now

  @Test("A token is known by its secret, which stands nowhere", arguments: Engine.allCases)
  func secret(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let (token, secret) = try tenant.addToken("夜間バッチ", ["reviews:read", "reviews:manage"])
    #expect(secret.hasPrefix("yui_"))
    #expect(secret.count == 47)
    #expect(token.name == "夜間バッチ")
    #expect(token.scopes == ["reviews:read", "reviews:manage"])
    #expect(try tenant.token(secret) == token)
    #expect(try tenant.holds(Array("夜間バッチ".utf8)))
    #expect(try !tenant.holds(Array(secret.utf8)))
    #expect(try !tenant.holds(Array(secret.dropFirst(4).utf8)))
  }

  @Test("Only the whole secret is one", arguments: Engine.allCases)
  func others(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let (_, secret) = try tenant.addToken("a", ["reviews:read"])
    for other in [
      "", "yui_", String(secret.dropFirst(4)), String(secret.dropLast()), secret + "A",
      secret.uppercased(),
    ] {
      #expect(try tenant.token(other) == nil)
    }
  }

  @Test(
    "A revoked token stops working, stays listed, and is revoked once",
    arguments: Engine.allCases)
  func revoke(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let (token, secret) = try tenant.addToken("a", ["reviews:read"])
    let (other, otherSecret) = try tenant.addToken("b", ["reviews:read"])
    let later = now.adding(seconds: 60)
    #expect(try tenant.revoke(token.id, at: later))
    #expect(try tenant.token(secret) == nil)
    #expect(try tenant.token(otherSecret) == other)
    #expect(try tenant.revoke(token.id, at: later.adding(seconds: 60)) == false)
    #expect(try tenant.revoke(UUIDv7(at: now), at: later) == false)
    let all = try tenant.store.read { try TokenStore.all(in: $0) }
    #expect(Set(all.map(\.name)) == ["a", "b"])
    #expect(all.first { $0.id == token.id }?.revokedAt == later)
  }

  @Test("The newest token is listed first", arguments: Engine.allCases)
  func order(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    for index in 1...3 {
      try tenant.store.write { transaction in
        _ = try TokenStore.create(
          name: "\(index)", scopes: [], at: TestTenant.now.adding(seconds: Int64(index)),
          in: transaction)
      }
    }
    #expect(try tenant.store.read { try TokenStore.all(in: $0) }.map(\.name) == ["3", "2", "1"])
  }

  @Test("A token may what its scopes say and nothing else", arguments: Engine.allCases)
  func principal(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let (token, secret) = try tenant.addToken("a", ["reviews:read"])
    let authenticator = TenantAuthenticator(modules: [])
    let principal = try tenant.store.read {
      try authenticator.principal(token: secret, in: $0)
    }
    #expect(principal?.kind == .token)
    #expect(principal?.id == token.id)
    #expect(principal?.permissions == ["reviews:read"])
    #expect(principal?.may("reviews:manage") == false)
    #expect(principal?.may(TenantPermission.accounts) == false)
  }
}

extension TestTenant {
  func addToken(
    _ name: String, _ scopes: Set<Permission>
  ) throws -> (token: APIToken, secret: String) {
    try store.write { try TokenStore.create(name: name, scopes: scopes, at: Self.now, in: $0) }
  }

  func token(_ secret: String) throws -> APIToken? {
    try store.read { try TokenStore.token(secret: secret, in: $0) }
  }

  func revoke(_ id: UUIDv7, at time: Timestamp) throws -> Bool {
    try store.write { try TokenStore.revoke(id: id, at: time, in: $0) }
  }
}
