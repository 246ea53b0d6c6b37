import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct ResponsesPageTests {
  @Test(
    "Every response stands on one page, the newest first, also where many came at once",
    arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    // 60 of one moment, then one each day before.
    let times = (0..<120).map { index in
      index < 60 ? ReviewTenant.now : ReviewTenant.now.adding(seconds: Int64(59 - index) * 86_400)
    }
    let rows = times.enumerated().map { "a,5,c\($0.offset)c,\($0.element.rfc3339)\n" }.joined()
    try tenant.load("review-responses", "service,score,comment,at\n" + rows)
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    var path: String? = "/staff/reviews/responses"
    var pages: [[Int]] = []
    while let next = path, pages.count < 5 {
      let text = try viewer.get(next).text
      pages.append(Self.comments(in: text))
      path = Self.next(in: text)
    }
    #expect(pages.map(\.count) == [50, 50, 20])
    let all = pages.flatMap { $0 }
    #expect(Set(all) == Set(0..<120))
    #expect(all.suffix(60) == Array(60..<120)[...])
  }

  @Test("A page that follows does not shift when something new comes", arguments: Engine.allCases)
  func stable(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let rows = (0..<80).map {
      "a,5,c\($0)c,\(ReviewTenant.now.adding(seconds: -Int64($0)).rfc3339)\n"
    }
    try tenant.load("review-responses", "service,score,comment,at\n" + rows.joined())
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let next = try #require(Self.next(in: try viewer.get("/staff/reviews/responses").text))
    try tenant.load(
      "review-responses",
      "service,score,comment,at\na,5,c99c,\(ReviewTenant.now.adding(seconds: 5).rfc3339)\n")
    #expect(Self.comments(in: try viewer.get(next).text) == Array(50..<80))
    #expect(Self.comments(in: try viewer.get("/staff/reviews/responses").text).first == 99)
  }

  @Test(
    "Filters narrow by service, score, period and words, alone and together",
    arguments: Engine.allCases,
    [
      ("", [6, 5, 4, 3, 2, 1]), ("service=a", [5, 3, 1]), ("service=b", [6, 4, 2]),
      ("score=5", [2, 1]), ("service=a&score=5", [1]), ("from=2026-03-02", [6, 5, 4, 3, 2]),
      ("to=2026-03-01", [1]), ("from=2026-03-02&to=2026-03-03", [4, 3, 2]),
      ("from=2026-03-04&to=2026-03-04", [6, 5]), ("q=%E4%BF%9D%E8%82%B2", [3, 1]),
      ("q=%E4%BF%9D%E8%82%B2&score=5", [1]), ("service=b&score=1&from=2026-03-05", []),
      ("service=&score=&from=&to=&q=", [6, 5, 4, 3, 2, 1]), ("q=%20%E3%80%80", [6, 5, 4, 3, 2, 1]),
    ])
  func filters(engine: Engine, example: (query: String, expected: [Int])) throws {
    let (query, expected) = example
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,甲\nb,counter,乙\n")
    // The second came at 23:59:59 on the 1st by UTC, which is the 2nd in Japan.
    try tenant.load(
      "review-responses",
      """
      service,score,comment,at
      a,5,c1c 保育園,2026-03-01T10:00:00+09:00
      b,5,c2c,2026-03-01T23:59:59Z
      a,3,c3c 学童保育,2026-03-03T00:00:00+09:00
      b,1,c4c 保健と育児,2026-03-03T23:59:59.999+09:00
      a,2,c5c,2026-03-04T00:00:00+09:00
      b,4,c6c,2026-03-04T12:00:00+09:00

      """)
    try tenant.catchUp()
    let page = try tenant.client(.viewer, on: tenant.serve()).get(
      "/staff/reviews/responses?\(query)")
    #expect(page.status == 200)
    #expect(Self.comments(in: page.text) == expected)
    #expect(page.text.contains("条件に合う評価はありません。") == expected.isEmpty)
  }

  @Test(
    "A filter that cannot be read is refused, not ignored",
    arguments: Engine.allCases,
    [
      ("service=A%20B", 400), ("from=yesterday", 422), ("to=2026-02-30", 422), ("score=x", 400),
      ("after=1", 400),
    ])
  func badFilter(engine: Engine, example: (query: String, status: Int)) throws {
    let (query, status) = example
    let tenant = try ReviewTenant(engine)
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    #expect(try viewer.get("/staff/reviews/responses?\(query)").status == status)
  }

  @Test("The next page keeps the filters", arguments: Engine.allCases)
  func filteredPages(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let rows = (0..<120).map { "a,\($0 % 2 + 4),c\($0)c\n" }.joined()
    try tenant.load("review-responses", "service,score,comment\n" + rows)
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let first = try viewer.get("/staff/reviews/responses?score=5&q=").text
    let second = try viewer.get(try #require(Self.next(in: first))).text
    let all = Self.comments(in: first) + Self.comments(in: second)
    #expect(all.count == 60)
    #expect(Set(all) == Set((0..<120).filter { $0 % 2 == 1 }))
  }

  @Test(
    "A search finds the word and no other once the index has followed, and says so before",
    arguments: Engine.allCases)
  func search(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let resident = harness.client()
    for comment in ["保育園の申込", "育児と保険", "保存と育成", "ホイク", "保 育", "学童保育"] {
      _ = try resident.post("/reviews/a/form", form: ["score": "5", "comment": comment])
    }
    let viewer = try tenant.client(.viewer, on: harness)
    let path = "/staff/reviews/responses?q=%E4%BF%9D%E8%82%B2"
    let before = try viewer.get(path).text
    #expect(before.contains("検索の索引は、あと6件を処理中です。"))
    #expect(before.contains("条件に合う評価はありません。"))
    try tenant.catchUp()
    let after = try viewer.get(path).text
    #expect(!after.contains("処理中です。"))
    #expect(after.contains("保育園の申込"))
    #expect(after.contains("学童保育"))
    for other in ["育児と保険", "保存と育成", "ホイク", "保 育"] { #expect(!after.contains(">\(other)")) }
  }

  @Test(
    "A search takes no heed of width, case and kana", arguments: Engine.allCases,
    ["ほいく", "ﾎｲｸ", "ＡＢＣ", "abc"])
  func folded(engine: Engine, word: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-responses", "service,score,comment\na,5,c1c ホイク Abc\na,5,c2c ホ イク A\n")
    try tenant.catchUp()
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let query = PercentCoding.encode(word)
    #expect(Self.comments(in: try viewer.get("/staff/reviews/responses?q=\(query)").text) == [1])
  }

  @Test("A changed comment is found by its new words alone", arguments: Engine.allCases)
  func changed(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let id = "0190163d-8694-739b-aea5-966c26f8ad91"
    for comment in ["c1c 駐車場", "c1c 図書館"] {
      try tenant.load("review-responses", "id,service,score,comment\n\(id),a,5,\(comment)\n")
      try tenant.catchUp()
    }
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    for (word, found) in [("駐車場", []), ("図書館", [1])] as [(String, [Int])] {
      let page = try viewer.get("/staff/reviews/responses?q=\(PercentCoding.encode(word))")
      #expect(Self.comments(in: page.text) == found)
    }
  }

  @Test("A comment is text, never markup, and reasons are words", arguments: Engine.allCases)
  func escaping(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    _ = try harness.client().post(
      "/reviews/a/form",
      form: ["score": "1", "comment": "<script>alert(1)</script>", "reasons": "time"])
    let viewer = try tenant.client(.viewer, on: harness)
    for path in ["/staff/reviews/responses", "/staff"] {
      let text = try viewer.get(path).text
      #expect(text.contains("&lt;script&gt;alert(1)"))
      #expect(!text.contains("<script>alert"))
    }
    #expect(try viewer.get("/staff/reviews/responses").text.contains("かかった時間"))
  }

  private static func comments(in text: String) -> [Int] {
    text.matches(of: /[>]c(\d+)c/).compactMap { Int($0.output.1) }
  }

  private static func next(in text: String) -> String? {
    text.firstMatch(of: /rel="next" href="([^"]+)"/)
      .map { String($0.output.1).replacing("&amp;", with: "&") }
  }
}
