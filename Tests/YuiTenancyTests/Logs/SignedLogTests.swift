import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiTransparencyLog

/// A log of a module's own, beside the audit log.
private struct LogTenant {
  static let log = SignedLog("things_ledger", key: "things-ledger")
  let store: Store
  private let stores: TestStores

  init(_ engine: Engine) throws {
    stores = try TestStores(engine) { $0.clock = .fixed(TestTenant.now) }
    store = try stores.make(
      "131041",
      migrating: [
        TenantKeys.migrations,
        MigrationSet("things", [Migration(1, "ledger", Self.log.creation)]),
      ])
  }

  func append(_ contents: [String]) throws {
    try store.write {
      try Self.log.log.append(contents, at: TestTenant.now, in: $0)
    }
  }

  @discardableResult
  func sign() throws -> Bool {
    try store.write { try Self.log.sign(at: TestTenant.now, in: $0) }
  }

  func read<Value: Sendable>(_ body: (Snapshot) throws -> Value) throws -> Value {
    try store.read(body)
  }
}

@Suite("A signed log")
struct SignedLogTests {
  private let log = LogTenant.log

  @Test("Many entries are signed for at once, and nothing twice", arguments: Engine.allCases)
  func batches(engine: Engine) throws {
    let tenant = try LogTenant(engine)
    #expect(try tenant.read { try log.note(in: $0) } == nil)
    try tenant.append((0..<5).map { "entry \($0)" })
    try tenant.append(["entry 5"])
    #expect(try tenant.sign())
    #expect(try !tenant.sign())
    let (note, key) = try tenant.read { (try log.note(in: $0), try log.key(in: $0)) }
    let signed = try #require(note)
    #expect(signed.isSigned(by: try #require(key)))
    let checkpoint = try #require(Checkpoint(signed.text))
    #expect(checkpoint.size == 6)
    #expect(checkpoint.origin == key?.name)
    #expect(try tenant.read { try log.log.rootHash(size: 6, in: $0) } == checkpoint.root)
  }

  @Test("An empty log has a signed state", arguments: Engine.allCases)
  func empty(engine: Engine) throws {
    let tenant = try LogTenant(engine)
    try tenant.sign()
    let checkpoint = try #require(try tenant.read { try log.checkpoint(in: $0) })
    #expect(checkpoint.size == 0)
    #expect(checkpoint.root == MerkleTree.emptyRoot)
  }

  @Test("What follows begins with what was signed", arguments: Engine.allCases)
  func grows(engine: Engine) throws {
    let tenant = try LogTenant(engine)
    try tenant.append(["a", "b", "c"])
    try tenant.sign()
    let first = try #require(try tenant.read { try log.checkpoint(in: $0) })
    try tenant.append((0..<97).map { "later \($0)" })
    try tenant.sign()
    let second = try #require(try tenant.read { try log.checkpoint(in: $0) })
    let proof = try tenant.read { try log.log.consistencyProof(from: 3, to: 100, in: $0) }
    #expect(
      MerkleTree.verifyConsistency(
        first: 3, firstRoot: first.root, second: 100, secondRoot: second.root, proof: proof))
    for entry in try tenant.read({ try log.log.entries(0..<100, in: $0) }) {
      let path = try tenant.read {
        try log.log.inclusionProof(of: entry.index, size: 100, in: $0)
      }
      #expect(
        MerkleTree.verifyInclusion(
          leafHash: MerkleTree.leafHash(entry.leaf.bytes), index: entry.index, size: 100,
          root: second.root, proof: path))
    }
  }

  @Test("What an entry says is proved by its salt, until it is erased", arguments: Engine.allCases)
  func erasing(engine: Engine) throws {
    let tenant = try LogTenant(engine)
    try tenant.append(["山田太郎", "b"])
    let before = try tenant.read { try log.log.verify(in: $0) }
    let entry = try #require(try tenant.read { try log.log.entries(0..<1, in: $0) }.first)
    let opened = try #require(entry.opened)
    #expect(opened.content == "山田太郎")
    #expect(
      SaltedCommitment.make(Array(opened.content.utf8), salt: opened.salt)
        == entry.leaf.commitment)
    let erased = try tenant.store.write { try log.log.eraseContents(before: 1, in: $0) }
    #expect(erased == 1)
    let after = try tenant.read { try log.log.verify(in: $0) }
    #expect(after.root == before.root)
    #expect(after.erased == 1)
    #expect(
      try tenant.read { try log.log.entries(0..<2, in: $0).map(\.opened?.content) } == [nil, "b"])
  }

  @Test("A log that was bent is signed no more", arguments: Engine.allCases)
  func bent(engine: Engine) throws {
    let cases: [(SQL, LogProblem)] = [
      ("DELETE FROM things_ledger_leaves WHERE position >= 2", .truncated(size: 2, expected: 4)),
      (
        "UPDATE things_ledger_hashes SET hash = \(MerkleTree.emptyRoot.bytes) WHERE position = 6",
        .historyChanged(size: 4)
      ),
    ]
    for (statement, problem) in cases {
      let tenant = try LogTenant(engine)
      try tenant.append(["a", "b", "c", "d"])
      try tenant.sign()
      let note = try tenant.read { try log.note(in: $0) }
      if case .historyChanged = problem { try tenant.append(["e"]) }
      try tenant.store.write { transaction in
        try transaction.execute("DELETE FROM things_ledger_contents")
        try transaction.execute(statement)
      }
      #expect(throws: problem) { try tenant.sign() }
      #expect(try tenant.read { try log.note(in: $0) } == note)
    }
  }

  @Test("Sizes beyond the log are refused with words", arguments: Engine.allCases)
  func beyond(engine: Engine) throws {
    let tenant = try LogTenant(engine)
    try tenant.append(["a"])
    try tenant.read { snapshot in
      #expect(throws: LogRangeError.self) {
        try log.log.inclusionProof(of: 1, size: 1, in: snapshot)
      }
      #expect(throws: LogRangeError.self) {
        try log.log.consistencyProof(from: 2, to: 1, in: snapshot)
      }
      #expect(throws: (any Error).self) {
        try log.log.inclusionProof(of: 0, size: 2, in: snapshot)
      }
    }
  }
}
