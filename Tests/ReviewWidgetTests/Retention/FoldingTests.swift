@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWebTesting

@Suite("Ratings that grow old") struct FoldingTests {
  @Test(
    "Ratings become counts, and whatever comes then, no figure is another than if they had stayed",
    arguments: Engine.allCases, [1, 2, 3])
  func figures(engine: Engine, seed: UInt64) throws {
    let (folding, keeping) = (try ReviewTenant(engine), try ReviewTenant(engine))
    try folding.keep(texts: 60, ratings: 30)
    try keeping.keep(texts: 0, ratings: 0)
    var stream = ResidentStream(seed: seed)
    try stream.begin(in: [folding, keeping])
    for day in stride(from: 0, through: 150, by: 25) {
      try stream.send(80, day: day, to: [folding, keeping])
      for tenant in [folding, keeping] { try tenant.endKeeping(after: day) }
      #expect(try folding.counts() == keeping.counts())
    }
    #expect(try folding.statistics() == keeping.statistics())
    #expect(try folding.rollups() == folding.recounted())

    // Also what counts nowhere is gone.
    let old: SQL = """
      SELECT COUNT(*) FROM reviews_responses
      WHERE dated = 1 AND received_at < \(ReviewTenant.later(90).date.start)
      """
    #expect(try folding.count(old) == 0)
    #expect(try keeping.count(old + " AND counted = 0") > 0)
    #expect(try keeping.count("SELECT COUNT(*) FROM reviews_responses") == 560)
  }

  @Test(
    "A rating is kept to the end of its last day in Japan, one without a day for good",
    arguments: Engine.allCases)
  func lastDay(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.keep(texts: 0, ratings: 30)
    try tenant.load(
      "review-responses",
      """
      service,score,at
      a,1,2026-03-31T14:59:59.999Z
      a,2,2026-03-31T15:00:00Z
      a,3,

      """)
    try tenant.endKeeping(after: 30)
    #expect(try tenant.export("review-responses").contains(",a,2,"))
    #expect(!(try tenant.export("review-responses").contains(",a,1,")))
    try tenant.endKeeping(after: 31)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses WHERE score = 3") == 1)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 1)
    try tenant.endKeeping(after: 4000)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 1)
    #expect(try tenant.rollups() == ["a 2026-03 1": 1, "a 2026-04 2": 1, "a  3": 1])
  }

  @Test(
    "It goes in slices between which others write, and is told once, when it is through",
    arguments: Engine.allCases)
  func slices(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.keep(texts: 0, ratings: 30)
    let rows = (0..<1_200).map { "a,\($0 % 5 + 1),2026-03-01T00:00:00Z\n" }.joined()
    try tenant.load("review-responses", "service,score,at\n" + rows)
    let task = try #require(ReviewWidget().tasks.first { $0.name == "keep" })
    #expect(try task.run(tenant.store, .fixed(ReviewTenant.now)))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 700)
    #expect(try tenant.audited().count { $0.contains("expired") } == 0)
    #expect(try tenant.serve().client().post("/reviews/a/form", form: ["score": "5"]).status == 303)
    // The rest of the pass is judged by its own day, also after midnight.
    #expect(try tenant.endKeeping(after: 1) == 2)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 1)
    #expect(
      try tenant.audited().filter { $0.contains("expired") } == [
        "reviews.responses.expired 2026-04-01"
      ])
    let entry = try tenant.store.read { try AuditLog.entries(before: .max, limit: 1, in: $0) }.first
    #expect(
      entry?.content?.event.details == [
        "folded": "1200", "textsErased": "0", "ratingsFrom": "2026-03-02",
      ])
    #expect(entry?.content?.actor == AuditActor(.task, name: "reviews.keep"))
    // A day on which nothing grew old leaves no entry.
    try tenant.endKeeping(after: 2)
    #expect(try tenant.audited().count { $0.contains("expired") } == 1)
  }

  @Test("Who sets 0 keeps everything, and by default nothing goes for three years")
  func settings() throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    try tenant.load(
      "review-responses", "service,score,comment,at\na,5,良い,2026-04-01\na,4,,2026-04-01\n")
    try tenant.keep(texts: 0, ratings: 0)
    try tenant.endKeeping(after: 4000)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 2)
    let fresh = try ReviewTenant(.sqlite).withService()
    try fresh.load(
      "review-responses", "service,score,comment,at\na,5,良い,2026-04-01\na,4,,2026-04-01\n")
    try fresh.endKeeping(after: 1095)
    #expect(try fresh.count("SELECT COUNT(*) FROM reviews_responses") == 2)
    try fresh.endKeeping(after: 1096)
    #expect(try fresh.count("SELECT COUNT(*) FROM reviews_responses") == 0)
    #expect(try fresh.rollups() == ["a 2026-04 4": 1, "a 2026-04 5": 1])
  }
}

/// Responses that are as if residents had sent them, the same to several tenants.
private struct ResidentStream {
  private var state: UInt64
  private var sent: [UUIDv7] = []

  init(seed: UInt64) { state = seed }

  private mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  func begin(in tenants: [ReviewTenant]) throws {
    for tenant in tenants {
      try tenant.load("review-services", "kind,name_ja,slug\ncounter,甲,a\ncounter,乙,b\n")
      try tenant.load("review-tallies", "service,score,responses,month\na,5,7,2026-03\nb,1,4,\n")
    }
  }

  /// Sends responses of the days before a day, and calls some of the earlier ones spam, or not.
  mutating func send(_ count: Int, day: Int, to tenants: [ReviewTenant]) throws {
    var responses: [ReviewResponse] = []
    for _ in 0..<count { responses.append(try response(before: day)) }
    var marks: [(UUIDv7, Bool)] = []
    for _ in 0..<count / 8 {
      marks.append((responses[roll(responses.count)].id, roll(3) == 0))
    }
    for tenant in tenants {
      try tenant.store.write { [responses, marks] transaction in
        var (changes, asked) = (CountChanges(), AskedQuestions())
        for response in responses {
          let content = try asked.content(
            response.content, of: response.service, nil, in: transaction)
          try ResponseStore.add(
            ReviewResponse(
              id: response.id, service: response.service, content: content,
              receivedAt: response.receivedAt, isDated: response.isDated),
            counting: &changes, in: transaction)
          if response.id.time.milliseconds % 3 == 0 { try changes.apply(in: transaction) }
        }
        try changes.apply(in: transaction)
        for (id, isCounted) in marks {
          try ResponseStore.setCounted(isCounted, id, counting: &changes, in: transaction)
        }
        try changes.apply(in: transaction)
      }
    }
  }

  private mutating func response(before day: Int) throws -> ReviewResponse {
    var draft = ReviewDraft()
    draft.score = 1 + roll(5)
    draft.goal = ["", "yes", "partly", "no"][roll(4)]
    draft.ease = ["", "1", "5"][roll(3)]
    draft.nps = ["", "0", "7", "10"][roll(4)]
    draft.reasons = [[], ["time"], ["staff", "予約が取れない"], ["駐車場", "駅から遠い"]][roll(4)]
    draft.comment = ["", "", "よい", "わるい"][roll(4)]
    draft.channel = ["web", "kiosk"][roll(2)]
    let time = ReviewTenant.later(day - roll(25)).adding(seconds: -Int64(roll(80_000)))
    return ReviewResponse(
      id: UUIDv7(at: time), service: try #require(Slug(["a", "b"][roll(2)])),
      content: try draft.checked().get(), receivedAt: time, isDated: roll(6) > 0)
  }
}
