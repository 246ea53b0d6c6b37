import Testing
import YuiStatistics
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import ReviewWidget

@Suite("The overview of all services")
struct OverviewTests {
  /// A service whose share of the satisfied was 0.8 for a year, and other weeks after it.
  private func tenant(
    _ engine: Engine, lastWeeks: [(satisfied: Int, of: Int)]
  ) throws
    -> ReviewTenant
  {
    let tenant = try ReviewTenant(engine)
    try tenant.load(
      "review-services",
      "slug,kind,name_ja\na,counter,甲の窓口\nb,counter,乙の窓口\nc,counter,丙の窓口\n")
    let weeks = Array(repeating: (satisfied: 32, of: 40), count: 20) + lastWeeks
    var rows: [String] = []
    for (index, week) in weeks.enumerated() {
      let day = ReviewTenant.now.date.adding(days: -7 * (weeks.count - index) + 3)
      for number in 0..<week.of {
        rows.append("a,\(number < week.satisfied ? 5 : 2),\(day.iso),r\(index)-\(number)")
      }
    }
    let day = ReviewTenant.now.date.adding(days: -10).iso
    rows += (0..<40).map { "b,\($0 < 8 ? 5 : 1),\(day),b\($0)" }
    try tenant.load("review-responses", "service,score,at,place\n" + rows.joined(separator: "\n"))
    return tenant
  }

  @Test(
    "No number of a page stops the server",
    arguments: ["9223372036854775807", "-9223372036854775808", "0", "1000000000000"])
  func pages(number: String) throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    let staff = try tenant.client(.viewer, on: try tenant.serve())
    #expect(try staff.get("/staff/reviews/overview?page=\(number)").status == 200)
  }

  private func watch(_ tenant: ReviewTenant) throws {
    for task in ReviewWidget().tasks where task.name == "watch" {
      #expect(try !task.run(tenant.store, .fixed(ReviewTenant.now)))
    }
  }

  private func alarms(_ tenant: ReviewTenant) throws -> [FallingShare] {
    try tenant.store.read { try FallingShare.open(in: $0) }
  }

  @Test(
    "A falling share is recorded once, shown, and over when it recovers", arguments: Engine.allCases
  )
  func falling(engine: Engine) throws {
    let tenant = try tenant(engine, lastWeeks: [(20, 40)])
    try watch(tenant)
    try watch(tenant)
    let alarm = try #require(try alarms(tenant).first)
    #expect(try alarms(tenant).count == 1)
    #expect(alarm.service == Slug("a") && alarm.kind == .sudden)
    #expect(alarm.recent.count == 20 && alarm.recent.total == 40)

    let harness = try tenant.serve()
    let staff = try tenant.client(.viewer, on: harness)
    let page = try staff.get("/staff/reviews/overview").text
    #expect(page.contains("▼ 低下") && page.contains("甲の窓口"))
    #expect(try staff.get("/staff").text.contains("満足の割合が50%に下がりました"))

    let day = ReviewTenant.now.date.adding(days: -1).iso
    let better = (0..<80).map { "a,5,\(day),again-\($0)" }.joined(separator: "\n")
    try tenant.load("review-responses", "service,score,at,place\n" + better)
    try watch(tenant)
    #expect(try alarms(tenant).isEmpty)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_alarms") == 1)
  }

  @Test(
    "Services that need attention come first, the surely low ones among them",
    arguments: Engine.allCases)
  func order(engine: Engine) throws {
    let tenant = try tenant(engine, lastWeeks: [])
    let overview = try tenant.store.read { try Overview(at: ReviewTenant.now, in: $0) }
    #expect(overview.standings.map(\.standing.service.slug.description) == ["b", "a", "c"])
    #expect(overview.urgent.map(\.concerns) == [[.low]])
    #expect(overview.all.total == 840)
    #expect(overview.standings.first?.standing.year.share == 0.2)
  }

  @Test(
    "A form that is shown and hardly answered is told, and counted for its month",
    arguments: Engine.allCases)
  func shown(engine: Engine) throws {
    let tenant = try tenant(engine, lastWeeks: [])
    let slug = try #require(Slug("c"))
    try tenant.store.write { transaction in
      var changes = CountChanges()
      for _ in 0..<300 { changes.countOffer(of: slug) }
      try changes.apply(in: transaction)
    }
    try watch(tenant)
    let overview = try tenant.store.read { try Overview(at: ReviewTenant.now, in: $0) }
    #expect(overview.urgent.map(\.standing.service.slug.description).contains("c"))
    let month = ReviewTenant.now.date.yearMonth
    #expect(
      try tenant.store.read { try ShownForms.unanswered(of: slug, in: month...month, from: $0) }
        == 300)
  }
}
