import FoundationEssentials
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import AssetLedger

@Suite("An entry of the ledger")
struct LedgerEntryTests {
  private typealias Told = (kind: LedgerEntry.Kind, isOpen: Bool)

  private func drafts(_ old: PublishLevel?, _ new: PublishLevel?) throws -> [LedgerEntry.Draft] {
    let states = try [old, new].map { level -> Asset? in
      guard let level else { return nil }
      var asset = try Asset.full()
      asset.publish = level
      return asset
    }
    var later = states[1]
    if old != nil { later?.name = "新庁舎" }
    let change = try #require(AssetChange(from: states[0], to: later))
    return LedgerEntry.drafts(of: change, from: states[0], to: later)
  }

  // docs/formats/asset-ledger.md, "What is shown".
  @Test(
    "Who may know of an asset decides what is shown of its entries",
    arguments: [
      (nil, .public, ["asset.created +"]),
      (nil, .registered, ["asset.created -"]),
      (nil, .internal, ["asset.created -"]),
      (.public, .public, ["asset.changed +"]),
      (.registered, .registered, ["asset.changed -"]),
      (.internal, .registered, ["asset.changed -"]),
      (.internal, .public, ["asset.changed -", "asset.published +"]),
      (.registered, .public, ["asset.changed -", "asset.published +"]),
      (.public, .internal, ["asset.changed -", "asset.withdrawn +"]),
      (.public, .registered, ["asset.changed -", "asset.withdrawn +"]),
      (.public, nil, ["asset.removed +"]),
      (.internal, nil, ["asset.removed -"]),
    ] as [(PublishLevel?, PublishLevel?, [String])])
  func levels(old: PublishLevel?, new: PublishLevel?, told: [String]) throws {
    let drafts = try drafts(old, new)
    #expect(drafts.map { "\($0.entry.kind.rawValue) \($0.isOpen ? "+" : "-")" } == told)
  }

  @Test("An asset that becomes public says nothing of the time before")
  func published() throws {
    let published = try #require(try drafts(.internal, .public).last).entry
    #expect(published.fields.allSatisfy { $0.before.isEmpty })
    #expect(published.fields.first { $0.name == "name" }?.after == "新庁舎")
  }

  @Test("An asset that is withdrawn tells that alone")
  func withdrawn() throws {
    let withdrawn = try #require(try drafts(.public, .internal).last).entry
    #expect(
      withdrawn.fields == [.init(name: "publish", before: "public", after: "internal")])
  }

  @Test("An entry is hashed as its format says")
  func content() throws {
    let change = AssetChange(
      asset: try #require(AssetID("13104-0007")), kind: .created,
      fields: [.init(name: "name", before: "", after: "第一小学校/\"旧館\"")])
    let entry = LedgerEntry(.created, change)
    #expect(
      entry.content
        == #"{"fields":[{"after":"第一小学校/\"旧館\"","before":"","name":"name"}],"kind":"asset.created","subject":"13104-0007"}"#
    )
    #expect(try LedgerEntry(content: entry.content) == entry)
  }

  @Test("Whatever stands in a field is read as it was written")
  func escaping() throws {
    let texts = ["", "a\"b\\c/d", "1\n2\t3\r\u{0}\u{1}\u{1F}\u{7F}", "資産 m² 🏯 \u{2028}"]
    let entry = LedgerEntry(
      .changed,
      AssetChange(
        asset: AssetID(stored: "a\"b"), kind: .changed,
        fields: texts.map { .init(name: "note", before: $0, after: $0) }))
    #expect(try LedgerEntry(content: entry.content) == entry)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let plain = LedgerEntry(
      .created, AssetChange(asset: AssetID(stored: "A/1"), kind: .created, fields: []))
    #expect(
      try encoder.encode(plain).elementsEqual(plain.content.utf8))
  }
}
