@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText

@Suite struct ServiceStoreTests {
  @Test(
    "A slug is kept from an ASCII name; otherwise it is kind and number",
    arguments: Engine.allCases,
    [
      ("City Hall, Counter 12", ReviewedService.Kind.counter, "city-hall-counter-12"),
      ("Ｗｉ-Ｆｉ", .procedure, "wi-fi"), ("戸籍窓口", .counter, "counter-1"),
      ("転入届", .procedure, "procedure-1"), ("清掃契約", .contract, "contract-1"),
      ("!!!", .contract, "contract-1"),
    ])
  func slug(
    engine: Engine, case row: (name: String, kind: ReviewedService.Kind, slug: String)
  ) throws {
    let tenant = try ReviewTenant(engine)
    let slug = try tenant.store.read {
      try ServiceStore.freeSlug(for: row.name, kind: row.kind, in: $0)
    }
    #expect(slug.description == row.slug)
  }

  @Test("A slug that is taken is not given twice, and a gap is filled", arguments: Engine.allCases)
  func taken(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load(
      "review-services",
      "slug,kind,name_ja\ncity-hall,counter,甲\ncounter-1,counter,乙\ncounter-3,counter,丙\n"
    )
    for expected in ["counter-2", "counter-4"] {
      let slug = try tenant.store.write { transaction in
        let slug = try ServiceStore.freeSlug(for: "City Hall", kind: .counter, in: transaction)
        try ServiceStore.put(
          ReviewedService(slug: slug, kind: .counter, name: LocalizedText(ja: "丁", en: "")),
          in: transaction)
        return slug
      }
      #expect(slug.description == expected)
    }
  }

  @Test("A service is stored whole, and replaced under its slug", arguments: Engine.allCases)
  func put(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let slug = try #require(Slug("koseki"))
    var service = ReviewedService(
      slug: slug, kind: .counter, name: LocalizedText(ja: "戸籍", en: "Family register"),
      department: "市民課", channels: [.web, .kiosk], status: .closed,
      url: "https://www.city.example.jp/")
    try tenant.store.write { [service] in try ServiceStore.put(service, in: $0) }
    #expect(try tenant.store.read { try ServiceStore.service(slug, in: $0) } == service)
    service.status = .open
    service.channels = []
    try tenant.store.write { [service] in try ServiceStore.put(service, in: $0) }
    #expect(try tenant.store.read { try ServiceStore.service(slug, in: $0) } == service)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_services") == 1)
  }

  @Test("A service is named by its slug or its whole Japanese name", arguments: Engine.allCases)
  func named(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load(
      "review-services", "slug,kind,name_ja,name_en\na,counter,戸籍,Register\nb,counter,a,\n")
    let names: [(String, String?)] = [
      ("a", "a"), ("戸籍", "a"), ("b", "b"), ("戸", nil), ("Register", nil), ("", nil),
    ]
    for (name, slug) in names {
      let found = try tenant.store.read { try ServiceStore.service(named: name, in: $0) }
      #expect(found?.slug.description == slug)
    }
  }
}
