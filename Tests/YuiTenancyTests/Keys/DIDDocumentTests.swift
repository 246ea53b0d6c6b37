import Testing
import YuiStorage
import YuiStorageTesting
import YuiTransparencyLog
import YuiWebTesting

@testable import YuiTenancy

@Suite("The public keys of a tenant")
struct DIDDocumentTests {
  @Test(
    "A host becomes a did:web",
    arguments: [
      ("https://w3c-ccg.github.io", "did:web:w3c-ccg.github.io"),
      ("http://example.com:3000", "did:web:example.com%3A3000"),
    ])
  func identifiers(address: String, identifier: String) {
    #expect(DIDDocument.identifier(of: address) == identifier)
  }

  @Test("A key is drawn once, and its public half is told to everybody", arguments: Engine.allCases)
  func document(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let keys = try (0..<2).map { _ in
      try tenant.store.write { try TenantKeys.key("things-ledger", at: TestTenant.now, in: $0) }
    }
    #expect(keys[0].publicKey == keys[1].publicKey)
    let site = try SiteHarness(store: tenant.store, routes: [DIDDocument.route])
    let answer = try site.client().get("/.well-known/did.json")
    #expect(answer.status == 200)
    let text = answer.text
    #expect(text.contains(#""id":"did:web:131041.localhost""#))
    #expect(text.contains(#""id":"did:web:131041.localhost#things-ledger""#))
    #expect(text.contains(keys[0].publicKey.multikey))
    #expect(!text.contains(Base64.encode(keys[0].seed)))
  }
}
