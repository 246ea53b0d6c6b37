import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiTransparencyLog
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

@Suite("The ledger over HTTP")
struct LedgerAPITests {
  private let path = "/api/assets/ledger"

  @Test("What is not signed yet is not handed out", arguments: Engine.allCases)
  func unsigned(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    let client = try tenant.serve().client()
    #expect(try client.get("\(path)/checkpoint").status == 404)
    try tenant.add("A-1")
    #expect(try client.get("\(path)/entries?start=0&end=9").status == 404)
    #expect(try client.get("/assets/ledger").text.contains("まだ署名された記録がありません"))
    try tenant.sign()
    try tenant.add("A-2")
    #expect(try client.get("\(path)/entries?start=0&end=9").text.count(of: "\"AQ") == 1)
    #expect(try client.get("/assets/ledger/0").status == 200)
    #expect(try client.get("/assets/ledger/1").status == 404)
  }

  @Test(
    "Every change of an asset is one entry, proved by a signed checkpoint",
    arguments: Engine.allCases)
  func entries(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    var asset = try tenant.add("A-1")
    asset.name = "新庁舎"
    try tenant.save(asset)
    try tenant.save(asset)
    try tenant.remove("A-1")
    try tenant.sign()
    let client = try tenant.serve().client()
    let note = try #require(SignedNote(try client.get("\(path)/checkpoint").text))
    let checkpoint = try #require(Checkpoint(note.text))
    #expect(checkpoint.size == 3)
    let key = try #require(try tenant.store.read { try AssetLog.signed.key(in: $0) })
    #expect(note.isSigned(by: key))
    let kinds = try tenant.store.read { snapshot in
      try AssetLog.entries(0..<3, in: snapshot).map { try $0.content()?.kind }
    }
    #expect(kinds == [.created, .changed, .removed])
  }

  @Test("What is not public is proved, and not told", arguments: Engine.allCases)
  func secrets(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    try tenant.add("SECRET-1", name: "極秘施設") { $0.publish = .internal }
    var asset = try tenant.add("A-2", name: "以前の名") { $0.publish = .registered }
    asset.name = "今の名"
    asset.publish = .public
    try tenant.save(asset)
    try tenant.sign()
    let client = try tenant.serve().client()
    let pages = [
      "/assets/ledger", "/assets/ledger/0", "/assets/ledger/1", "/assets/ledger/2",
      "/assets/ledger/3", "\(path)/contents?start=0&end=3", "\(path)/entries?start=0&end=3",
    ]
    for page in pages {
      let answer = try client.get(page)
      #expect(answer.status == 200, "\(page)")
      for secret in ["SECRET", "極秘", "以前"] {
        #expect(!answer.text.contains(secret), "\(page) tells \(secret)")
      }
      #expect(!answer.text.contains("city.example.jp"), "\(page) names a person")
    }
    #expect(try client.get("/assets/ledger/3").text.contains("今の名"))
    #expect(try client.get("\(path)/contents?start=0&end=0").text.contains(#""content":null"#))
  }

  @Test(
    "What the ledger does not have is refused with words",
    arguments: [
      "entries", "entries?start=0", "entries?start=1&end=0", "entries?start=9&end=10",
      "entries?start=-1&end=0", "entries?start=a&end=0", "entries?start=0&end=99999999999999999999",
      "proof/inclusion?index=0", "proof/inclusion?index=2&size=2", "proof/inclusion?index=0&size=0",
      "proof/inclusion?index=0&size=3", "proof/consistency?first=2&second=1",
      "proof/consistency?first=0&second=3", "contents?start=2&end=2",
    ])
  func refusals(query: String) throws {
    let tenant = try AssetTenant(.sqlite)
    try tenant.add("A-1")
    try tenant.add("A-2")
    try tenant.sign()
    let answer = try tenant.serve().client().get("\(path)/\(query)")
    #expect(answer.status == 400)
    #expect(answer.headers["content-type"]?.hasPrefix("application/problem+json") == true)
  }

  @Test("Markup in a name stays text")
  func markup() throws {
    let tenant = try AssetTenant(.sqlite)
    try tenant.add("A-1", name: "<script>alert(1)</script>")
    try tenant.sign()
    let page = try tenant.serve().client().get("/assets/ledger/0").text
    #expect(page.contains("&lt;script&gt;"))
    #expect(!page.contains("<script>alert"))
  }
}

extension AssetTenant {
  func sign() throws {
    _ = try store.write { try AssetLog.signed.sign(at: Self.now, in: $0) }
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}

@Suite("A ledger that was bent")
struct BentLedgerTests {
  @Test("An entry that does not say what was written is shown no more", arguments: Engine.allCases)
  func changedContent(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    try tenant.add("A-1")
    try tenant.sign()
    let forged = try LedgerEntry(
      .created, #require(AssetChange(from: nil, to: try Asset.full()))
    ).content
    try tenant.store.write {
      try $0.execute("UPDATE assets_ledger_contents SET content = \(forged) WHERE position = 0")
    }
    let client = try tenant.serve().client()
    #expect(try client.get("/assets/ledger/0").status == 500)
    #expect(try client.get("/api/assets/ledger/contents?start=0&end=0").status == 500)
  }

  @Test(
    "Everybody is told of entries that wait too long for a signature", arguments: Engine.allCases)
  func behind(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    try tenant.add("A-1")
    let words = "署名が止まっている可能性"
    let soon = try tenant.serve(clock: .fixed(AssetTenant.now.adding(seconds: 600)))
    #expect(try !soon.client().get("/assets/ledger").text.contains(words))
    let late = try tenant.serve(clock: .fixed(AssetTenant.now.adding(seconds: 601)))
    #expect(try late.client().get("/assets/ledger").text.contains(words))
    #expect(try tenant.client(.viewer, on: late).get("/staff").text.contains(words))
    try tenant.sign()
    #expect(try !late.client().get("/assets/ledger").text.contains(words))
  }
}
