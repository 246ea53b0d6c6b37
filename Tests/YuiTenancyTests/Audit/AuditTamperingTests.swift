import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

/// Changes that somebody with the database file in hands could make, each found and named.
@Suite struct AuditTamperingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statements: [SQL]
    let found: LogProblem

    init(_ description: String, _ statements: SQL..., found: LogProblem) {
      testDescription = description
      self.statements = statements
      self.found = found
    }
  }

  private static let forged =
    #"{"action":"x","details":{},"id":"","kind":"task","name":"","subject":""}"#

  // Eight entries have fifteen stored hashes: 2n minus the number of ones in n.
  static let cases = [
    Case(
      "the text of an entry",
      "UPDATE yui_audit_contents SET content = replace(content, '3', '4') WHERE position = 3",
      found: .contentChanged(index: 3)),
    Case(
      "one letter of a text",
      "UPDATE yui_audit_contents SET content = content || ' ' WHERE position = 0",
      found: .contentChanged(index: 0)),
    Case(
      "the salt of an entry",
      """
      UPDATE yui_audit_contents
      SET salt = (SELECT salt FROM yui_audit_contents WHERE position = 1) WHERE position = 2
      """,
      found: .contentChanged(index: 2)),
    Case(
      "a text with a salt that is none, to pass for an erased one",
      "UPDATE yui_audit_contents SET salt = \([0 as UInt8]), content = \(forged) WHERE position = 5",
      found: .contentChanged(index: 5)),
    Case(
      "two texts changed places",
      """
      UPDATE yui_audit_contents SET
        content = (SELECT other.content FROM yui_audit_contents AS other
          WHERE other.position = 1 - yui_audit_contents.position),
        salt = (SELECT other.salt FROM yui_audit_contents AS other
          WHERE other.position = 1 - yui_audit_contents.position)
      WHERE position < 2
      """,
      found: .contentChanged(index: 0)),
    Case(
      "the time in a leaf whose text was erased",
      "DELETE FROM yui_audit_contents WHERE position = 4",
      "UPDATE yui_audit_leaves SET leaf = \(LeafForgery.laterBy1) WHERE position = 4",
      found: .hashChanged(position: 7)),
    Case(
      "a leaf that is none",
      "UPDATE yui_audit_leaves SET leaf = \([1, 2] as [UInt8]) WHERE position = 6",
      found: .unreadableLeaf(index: 6)),
    Case(
      "a leaf of another version",
      "UPDATE yui_audit_leaves SET leaf = \(LeafForgery.otherVersion) WHERE position = 6",
      found: .unreadableLeaf(index: 6)),
    Case(
      "a stored hash of a leaf",
      "UPDATE yui_audit_hashes SET hash = \(LeafForgery.noHash) WHERE position = 3",
      found: .hashChanged(position: 3)),
    Case(
      "the stored hash of the whole",
      "UPDATE yui_audit_hashes SET hash = \(LeafForgery.noHash) WHERE position = 14",
      found: .hashChanged(position: 14)),
    Case(
      "a stored hash is gone",
      "DELETE FROM yui_audit_hashes WHERE position = 5",
      found: .missingHash(position: 5)),
    Case(
      "the last stored hash is gone",
      "DELETE FROM yui_audit_hashes WHERE position = 14",
      found: .missingHash(position: 14)),
    Case(
      "a stored hash too many",
      "INSERT INTO yui_audit_hashes (position, hash) VALUES (15, \(LeafForgery.noHash))",
      found: .hashChanged(position: 15)),
    Case(
      "an entry is gone",
      "DELETE FROM yui_audit_contents WHERE position = 2",
      "DELETE FROM yui_audit_leaves WHERE position = 2",
      found: .missingEntry(index: 2)),
    Case(
      "the first entry is gone",
      "DELETE FROM yui_audit_contents WHERE position = 0",
      "DELETE FROM yui_audit_leaves WHERE position = 0",
      found: .missingEntry(index: 0)),
    Case(
      "the last entry is gone, its hashes are not",
      "DELETE FROM yui_audit_contents WHERE position = 7",
      "DELETE FROM yui_audit_leaves WHERE position = 7",
      found: .hashChanged(position: 11)),
  ]

  @Test("Tampering is found where it is", arguments: Engine.allCases, cases)
  func found(engine: Engine, tampering: Case) throws {
    let tenant = try TestTenant(engine)
    try tenant.recordEntries(8)
    _ = try tenant.verify()
    try tenant.store.write { transaction in
      for statement in tampering.statements { try transaction.execute(statement) }
    }
    #expect(throws: tampering.found) { try tenant.verify() }
  }

  @Test(
    "A log cut short with all its hashes is found by who noted its length",
    arguments: Engine.allCases)
  func truncated(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.recordEntries(7)
    let shorter = try tenant.verify()
    try tenant.recordEntries(1)
    let known = try tenant.verify()
    try tenant.tamper(
      "DELETE FROM yui_audit_contents WHERE position = 7",
      "DELETE FROM yui_audit_leaves WHERE position = 7",
      "DELETE FROM yui_audit_hashes WHERE position >= 11")
    #expect(try tenant.verify().root == shorter.root)
    #expect(throws: LogProblem.truncated(size: 7, expected: 8)) {
      try tenant.verify(against: (known.size, known.root))
    }
  }

  @Test(
    "A log written anew from some entry on is found by who noted its root",
    arguments: Engine.allCases)
  func rewritten(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.recordEntries(7)
    let earlier = try tenant.verify()
    try tenant.recordEntries(1)
    let known = try tenant.verify()
    try tenant.tamper(
      "DELETE FROM yui_audit_contents WHERE position = 7",
      "DELETE FROM yui_audit_leaves WHERE position = 7",
      "DELETE FROM yui_audit_hashes WHERE position >= 11")
    try tenant.recordEntries(2)
    #expect(try tenant.verify().size == 9)
    #expect(try tenant.verify(against: (earlier.size, earlier.root)).size == 9)
    #expect(throws: LogProblem.historyChanged(size: 8)) {
      try tenant.verify(against: (known.size, known.root))
    }
  }

  @Test("A finding says in words what is wrong")
  func words() {
    #expect(
      LogProblem.contentChanged(index: 3).description
        == "the text of entry 3 is not what was recorded")
    #expect(
      LogProblem.truncated(size: 7, expected: 8).description
        == "the log has 7 entries, but had 8 before")
  }
}

/// Leaves that nobody recorded: version, time in milliseconds (8 bytes), commitment (32 bytes).
private enum LeafForgery {
  static let laterBy1 = leaf(version: 1)
  static let otherVersion = leaf(version: 2)
  static let noHash = [UInt8](repeating: 0, count: 32)

  private static func leaf(version: UInt8) -> [UInt8] {
    let time = UInt64(TestTenant.now.milliseconds + 1)
    return [version] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: time >> ($0 * 8)) }
      + [UInt8](repeating: 7, count: 32)
  }
}
