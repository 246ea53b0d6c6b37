import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct AuditLogTests {
  private let now = TestTenant.now

  @Test("An entry tells who did what and when", arguments: Engine.allCases)
  func record(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let event = AuditEvent(
      "reviews.service.closed", subject: "窓口\"12\"", details: ["from": "open", "to": "closed\n"])
    let actor = AuditActor(.account, name: "sato@city.example.jp", id: "17")
    try tenant.store.write { transaction in
      try AuditLog.record(event, by: actor, at: TestTenant.now, in: transaction)
      try AuditLog.record(
        AuditEvent("tenant.backup.made"), by: AuditActor(.command, name: "yui backup"),
        at: TestTenant.now.adding(seconds: 1), in: transaction)
    }
    let entries = try tenant.entries()
    #expect(entries.map(\.index) == [1, 0])
    #expect(entries.map(\.at) == [now.adding(seconds: 1), now])
    #expect(entries.last?.content?.actor == actor)
    #expect(entries.last?.content?.event == event)
    #expect(entries.first?.content?.actor.kind == .command)
  }

  @Test("Entries are read page by page, the newest first", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.recordEntries(5)
    #expect(try tenant.entries(before: .max, limit: 2).map(\.index) == [4, 3])
    #expect(try tenant.entries(before: 3, limit: 2).map(\.index) == [2, 1])
    #expect(try tenant.entries(before: 1, limit: 2).map(\.index) == [0])
    #expect(try tenant.entries(before: 0, limit: 2).isEmpty)
    #expect(try tenant.store.read { try AuditLog.size(in: $0) } == 5)
  }

  @Test("An entry is undone with the change it tells of", arguments: Engine.allCases)
  func rollback(engine: Engine) throws {
    struct Changed: Error {}
    let tenant = try TestTenant(engine)
    try tenant.recordEntries(3)
    #expect(throws: Changed.self) {
      try tenant.store.write { transaction in
        try AuditLog.record(
          AuditEvent("undone"), by: AuditActor(.task, name: "t"), at: TestTenant.now,
          in: transaction)
        throw Changed()
      }
    }
    #expect(try tenant.verify().size == 3)
    try tenant.recordEntries(1)
    #expect(try tenant.verify().size == 4)
  }

  // The Merkle tree hash of an empty list is the hash of no bytes (RFC 6962, 2.1).
  @Test("An empty log is valid", arguments: Engine.allCases)
  func empty(engine: Engine) throws {
    let verification = try TestTenant(engine).verify()
    #expect(verification.size == 0)
    #expect(
      verification.root == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(
    "A log of any length verifies, and against every state it was seen in",
    arguments: Engine.allCases)
  func growing(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    var seen: [(size: Int64, root: String)] = []
    for size in 1...17 {
      try tenant.recordEntries(1)
      let verification = try tenant.verify()
      #expect(verification.size == Int64(size))
      seen.append((verification.size, verification.root))
    }
    #expect(Set(seen.map(\.root)).count == 17)
    for known in seen { #expect(try tenant.verify(against: known).size == 17) }
    let upper = (size: seen[4].size, root: seen[4].root.uppercased())
    #expect(try tenant.verify(against: upper).size == 17)
  }

  @Test(
    "What people can read may be erased; the log still verifies, and goes on",
    arguments: Engine.allCases)
  func erase(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.recordEntries(6)
    let before = try tenant.verify()
    let erased = try tenant.store.write { try AuditLog.eraseContents(before: 4, in: $0) }
    #expect(erased == 4)
    let after = try tenant.verify(against: (before.size, before.root))
    #expect(after.root == before.root)
    #expect(after.erased == 4)
    let entries = try tenant.entries()
    #expect(entries.map { $0.content == nil } == [false, false, true, true, true, true])
    #expect(entries.allSatisfy { $0.at == now })
    try tenant.recordEntries(1)
    #expect(try tenant.verify().size == 7)
  }
}

extension TestTenant {
  func entries(before: Int64 = .max, limit: Int = 100) throws -> [AuditEntry] {
    try store.read { try AuditLog.entries(before: before, limit: limit, in: $0) }
  }

  func recordEntries(_ count: Int) throws {
    try store.write { transaction in
      for index in 0..<count {
        try AuditLog.record(
          AuditEvent("test.thing.changed", subject: "\(index)"),
          by: AuditActor(.account, name: "sato@city.example.jp", id: "1"), at: Self.now,
          in: transaction)
      }
    }
  }

  func verify(against known: (size: Int64, root: String)? = nil) throws -> LogVerification {
    try store.read { try AuditLog.verify(against: known, in: $0) }
  }
}
