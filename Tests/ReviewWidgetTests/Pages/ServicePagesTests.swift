import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct ServicePagesTests {
  private static let url = "https://www.city.example.jp/koseki"
  private static let whole: [String: String] = [
    "name_ja": "戸籍窓口", "name_en": "Family Register", "kind": "counter", "department": "市民課",
    "status": "open", "url": url,
  ]

  @Test("An editor adds a service and changes it; the log tells what", arguments: Engine.allCases)
  func add(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let added = try editor.submit(Self.whole, channels: ["web", "kiosk"], to: "new")
    #expect(added.status == 303)
    #expect(
      try tenant.export("review-services").hasSuffix(
        "\nfamily-register,counter,戸籍窓口,Family Register,市民課,open,\(Self.url)\n"
      ))
    let page = try editor.get("/staff/reviews/services/family-register/edit").text
    #expect(page.contains(#"value="戸籍窓口""#))
    var changed = Self.whole
    changed["status"] = "closed"
    let path = "family-register/edit"
    #expect(try editor.submit(changed, channels: ["web", "kiosk"], to: path).status == 303)
    #expect(try editor.submit(changed, channels: ["web", "kiosk"], to: path).status == 303)
    #expect(
      try tenant.audited() == [
        "reviews.service.added family-register", "reviews.service.changed family-register",
      ])
    let details = try tenant.store.read {
      try AuditLog.entries(before: .max, limit: 1, in: $0).first?.content?.event.details
    }
    #expect(details == ["status": "closed"])
  }

  @Test(
    "What is wrong is told at the field, and what was entered is kept",
    arguments: Engine.allCases,
    [
      ("name_ja", ""), ("name_ja", String(repeating: "長", count: 101)),
      ("name_ja", "a" + String(repeating: "\u{301}", count: 4_000)),
      ("name_en", String(repeating: "a", count: 101)), ("kind", ""), ("kind", "window"),
      ("status", "maybe"), ("url", "javascript:alert(1)"), ("url", "www.city.example.jp"),
      ("department", "a\u{7}b"),
    ])
  func refused(engine: Engine, example: (field: String, value: String)) throws {
    let (field, value) = example
    let tenant = try ReviewTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let form = Self.whole.merging([field: value]) { _, new in new }
    let answer = try editor.submit(form, channels: ["web"], to: "new")
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(field)\""))
    #expect(answer.text.contains(#"value="https://www.city.example.jp/koseki""#) || field == "url")
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_services") == 0)
    #expect(try tenant.audited().isEmpty)
  }

  @Test("A service without a channel is refused", arguments: Engine.allCases)
  func noChannel(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.submit(Self.whole, channels: [], to: "new")
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-channels\""))
  }

  @Test("Who may only read sees the list without what changes it", arguments: Engine.allCases)
  func viewer(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let viewer = try tenant.client(.viewer, on: harness)
    let page = try viewer.get("/staff/reviews/services")
    #expect(page.text.contains("窓口"))
    #expect(!page.text.contains("/staff/reviews/services/a/edit"))
    #expect(try viewer.get("/staff/reviews/services/a/edit").status == 403)
    let editor = try tenant.client(.editor, on: harness)
    #expect(
      try editor.get("/staff/reviews/services").text.contains("/staff/reviews/services/a/edit"))
    #expect(try editor.get("/staff/reviews/services/b/edit").status == 404)
  }
}

extension TestClient {
  fileprivate func submit(
    _ fields: [String: String], channels: [String], to path: String
  ) throws -> TestResponse {
    let token = antiForgeryToken.map { [FormData.Field(AntiForgery.field, $0)] } ?? []
    let all =
      fields.sorted { $0.key < $1.key }.map { FormData.Field($0.key, $0.value) }
      + channels.map { FormData.Field("channels", $0) } + token
    return try send(
      "POST", "/staff/reviews/services/\(path)",
      headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: Array(URLEncodedForm.encode(all).utf8))
  }
}
