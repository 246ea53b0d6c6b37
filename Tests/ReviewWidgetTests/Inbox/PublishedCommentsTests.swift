import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct PublishedCommentsTests {
  static let results = "/reviews/a"
  static let data = "/open-data/review-comments.csv"

  @Test(
    "A comment stands on the results page from the moment that staff publish it until they hide it",
    arguments: Engine.allCases)
  func publish(engine: Engine) throws {
    let tenant = try ReviewInbox.tenant(engine)
    let harness = try tenant.serve()
    try ReviewInbox.send("<b>早い</b>", on: harness)
    try ReviewInbox.send("遅い", on: harness)
    func isPublic(_ text: String) throws -> Bool {
      try harness.client().get(Self.results).text.contains(text)
        && harness.client().get(Self.data).text.contains("a,2026-04-01,ja,")
    }
    let editor = try tenant.client(.administrator, on: harness)
    #expect(try !isPublic("早い"))
    #expect(try ReviewInbox.act("move:published", 1, by: editor).status == 303)
    #expect(try isPublic("&lt;b>早い&lt;/b>") || isPublic("&lt;b&gt;早い&lt;/b&gt;"))
    #expect(try !isPublic("遅い"))
    #expect(try ReviewInbox.act("move:hidden", 1, by: editor).status == 303)
    #expect(try !isPublic("早い"))
  }

  @Test("A reply stands beside its comment, in pages and files", arguments: Engine.allCases)
  func reply(engine: Engine) throws {
    let tenant = try ReviewInbox.tenant(engine)
    let harness = try tenant.serve()
    let id = UUIDv7(at: ReviewTenant.now)
    try tenant.load(
      "review-responses", "id,service,score,comment,at\n\(id),a,2,=1+1,2026-03-01\n")
    try tenant.store.write { transaction in
      try ReviewWidget().publish(
        id, reply: "なおしました", by: AuditActor(.command, name: "test"), at: ReviewTenant.now,
        in: transaction)
    }
    #expect(try harness.client().get(Self.results).text.contains("なおしました"))
    #expect(
      try harness.client().get(Self.data).text
        == "\u{FEFF}service,date,language,comment,reply,replied_on\r\na,2026-03-01,ja,'=1+1,なおしました,2026-04-01\r\n"
    )
    try tenant.store.write { transaction in
      try transaction.execute("UPDATE reviews_services SET published_fields = 'mean'")
      transaction.raisePublicVersion()
    }
    #expect(try !harness.client().get(Self.results).text.contains("なおしました"))
    #expect(try !harness.client().get(Self.data).text.contains("なおしました"))
  }

  @Test("Nothing is published of a response in which nothing was written")
  func nothing() throws {
    let tenant = try ReviewInbox.tenant(.sqlite)
    #expect(throws: StoreError.self) {
      try tenant.store.write { transaction in
        try ReviewWidget().publish(
          UUIDv7(at: ReviewTenant.now), reply: "", by: AuditActor(.command, name: "test"),
          at: ReviewTenant.now, in: transaction)
      }
    }
  }
}
