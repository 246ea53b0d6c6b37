import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct AccountStoreTests {
  private let now = TestTenant.now

  @Test(
    "An account is found by its id and by its address, however it is written",
    arguments: Engine.allCases)
  func find(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let account = try tenant.addAccount("Sato@City.Example.jp", .editor)
    let found = try tenant.store.read { snapshot in
      [
        try AccountStore.account(id: account.id, in: snapshot),
        try AccountStore.account(email: try address("SATO@city.example.JP"), in: snapshot),
      ]
    }
    #expect(found == [account, account])
    #expect(account.role == .editor)
    #expect(account.isEnabled)
    #expect(account.createdAt == now)
  }

  @Test("An address has one account, in whatever case it is written", arguments: Engine.allCases)
  func twice(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.addAccount("sato@city.example.jp")
    #expect(throws: AccountError.emailTaken) {
      try tenant.addAccount("SATO@city.example.jp", .viewer)
    }
    #expect(try tenant.accounts().count == 1)
  }

  @Test("An account has no password before one is set", arguments: Engine.allCases)
  func password(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let account = try tenant.addAccount()
    #expect(try tenant.hash(of: account) == nil)
    try tenant.store.write { try AccountStore.setPasswordHash("$x", of: account.id, in: $0) }
    #expect(try tenant.hash(of: account) == "$x")
  }

  @Test("The last administrator stays one and stays enabled", arguments: Engine.allCases)
  func lastAdministrator(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let sato = try tenant.addAccount("sato@city.example.jp", .administrator)
    try tenant.addAccount("mori@city.example.jp", .editor)
    for role in Role.allCases where role != .administrator {
      #expect(throws: AccountError.lastAdministrator) { try tenant.setRole(role, of: sato) }
    }
    #expect(throws: AccountError.lastAdministrator) { try tenant.setEnabled(false, sato) }
    #expect(try tenant.accounts().contains(sato))
    try tenant.setRole(.administrator, of: sato)
  }

  @Test("A disabled administrator does not count as one", arguments: Engine.allCases)
  func disabledAdministrator(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let sato = try tenant.addAccount("sato@city.example.jp")
    let mori = try tenant.addAccount("mori@city.example.jp")
    try tenant.setEnabled(false, mori)
    #expect(throws: AccountError.lastAdministrator) { try tenant.setEnabled(false, sato) }
    try tenant.setEnabled(true, try tenant.again(mori))
    try tenant.setRole(.viewer, of: sato)
    #expect(throws: AccountError.lastAdministrator) {
      try tenant.setRole(.viewer, of: try tenant.again(mori))
    }
  }

  @Test(
    "Others may be disabled and changed without regard to administrators",
    arguments: Engine.allCases)
  func others(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let viewer = try tenant.addAccount("abe@city.example.jp", .viewer)
    try tenant.setRole(.auditor, of: viewer)
    try tenant.setEnabled(false, viewer)
    let after = try tenant.again(viewer)
    #expect(after.role == .auditor)
    #expect(!after.isEnabled)
  }

  @Test(
    "An account that other hands have changed is an error, not a guess",
    arguments: Engine.allCases,
    ["UPDATE yui_accounts SET role = 'king'", "UPDATE yui_accounts SET email = 'x'"]
      as [SQL])
  func unreadable(engine: Engine, change: SQL) throws {
    let tenant = try TestTenant(engine)
    try tenant.addAccount()
    try tenant.tamper(change)
    #expect(throws: AccountError.unreadable) { try tenant.accounts() }
  }

  private func address(_ text: String) throws -> EmailAddress {
    try #require(EmailAddress(text))
  }
}

@Suite struct PasswordLinkTests {
  private let now = TestTenant.now

  @Test(
    "A link works for three days", arguments: Engine.allCases,
    [(0, true), (259_199, true), (259_200, false), (10_000_000, false)] as [(Int64, Bool)])
  func expiry(engine: Engine, elapsed: (seconds: Int64, works: Bool)) throws {
    let tenant = try TestTenant(engine)
    let account = try tenant.addAccount()
    let link = try tenant.link(account)
    let found = try tenant.account(of: link, at: now.adding(seconds: elapsed.seconds))
    #expect(found == (elapsed.works ? account : nil))
  }

  @Test("A link works once: setting the password ends it", arguments: Engine.allCases)
  func once(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let account = try tenant.addAccount()
    let link = try tenant.link(account)
    try tenant.store.write { try AccountStore.setPasswordHash("$x", of: account.id, in: $0) }
    #expect(try tenant.account(of: link) == nil)
  }

  @Test("A new link ends the one before, and nobody else's", arguments: Engine.allCases)
  func newer(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let sato = try tenant.addAccount("sato@city.example.jp")
    let mori = try tenant.addAccount("mori@city.example.jp")
    let links = [try tenant.link(sato), try tenant.link(mori), try tenant.link(sato)]
    #expect(Set(links).count == 3)
    #expect(try links.map { try tenant.account(of: $0) } == [nil, mori, sato])
  }

  @Test("Disabling an account ends its link for good", arguments: Engine.allCases)
  func disabled(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.addAccount("mori@city.example.jp")
    let sato = try tenant.addAccount("sato@city.example.jp", .viewer)
    let link = try tenant.link(sato)
    try tenant.setEnabled(false, sato)
    #expect(try tenant.account(of: link) == nil)
    try tenant.setEnabled(true, try tenant.again(sato))
    #expect(try tenant.account(of: link) == nil)
  }

  @Test(
    "The secret of a link is not on disk, and no other text is one",
    arguments: Engine.allCases)
  func secret(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let link = try tenant.link(try tenant.addAccount())
    #expect(link.count == 43)
    #expect(try !tenant.holds(Array(link.utf8)))
    for other in ["", String(link.dropLast()), link + "A", link.lowercased()] {
      #expect(try tenant.account(of: other) == nil)
    }
  }
}

extension TestTenant {
  func accounts() throws -> [Account] { try store.read { try AccountStore.all(in: $0) } }

  /// The account as it is now.
  func again(_ account: Account) throws -> Account {
    try store.read { try AccountStore.account(id: account.id, in: $0) } ?? account
  }

  func hash(of account: Account) throws -> String? {
    try store.read { try AccountStore.passwordHash(of: account.id, in: $0) }
  }

  func setRole(_ role: Role, of account: Account) throws {
    try store.write { try AccountStore.setRole(role, of: account, in: $0) }
  }

  func setEnabled(_ isEnabled: Bool, _ account: Account) throws {
    try store.write { try AccountStore.setEnabled(isEnabled, of: account, in: $0) }
  }

  func link(_ account: Account) throws -> String {
    try store.write { try PasswordLink.create(for: account.id, at: Self.now, in: $0) }
  }

  func account(of link: String, at time: Timestamp = now) throws -> Account? {
    try store.read { try PasswordLink.account(secret: link, at: time, in: $0) }
  }
}
