import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Pages of improvements")
struct ImprovementPagesTests {
  private static let services = "slug,kind,name_ja\nmain,counter,総合窓口\nother,counter,別の窓口\n"

  private func tenant(_ engine: Engine) throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", Self.services)
    return tenant
  }

  /// The form as somebody filled it in, but for some fields.
  private static func filled(
    _ others: [String: String] = [:]
  ) -> KeyValuePairs<String, String> {
    func value(_ name: String, _ usual: String) -> String { others[name] ?? usual }
    return [
      "service": value("service", "main"), "title": value("title", "窓口を増やす"),
      "finding": value("finding", "待ち時間が長い"), "plan": value("plan", "3番窓口を開く"),
      "owner": value("owner", "市民課"), "due": value("due", "2026-05-01"),
      "state": value("state", "found"), "done_on": value("done_on", ""), "public": "yes",
      "response": value("response", ""),
    ]
  }

  @Test(
    "Staff add an improvement, bring it to its end and change it, each told in the audit log",
    arguments: Engine.allCases)
  func life(engine: Engine) throws {
    let tenant = try tenant(engine)
    let staff = try tenant.client(.editor, on: tenant.serve())
    let added = try staff.post("/staff/reviews/improvements/new", form: Self.filled())
    #expect(added.headers["Location"] == "/staff/reviews/improvements/1")
    for state in ["planned", "started", "done"] {
      let moved = try staff.post(
        "/staff/reviews/improvements/1/state", form: ["state": state])
      #expect(moved.status == 303)
    }
    #expect(
      try staff.post("/staff/reviews/improvements/1/state", form: ["state": "found"]).status
        == 409)
    let page = try staff.get("/staff/reviews/improvements/1").text
    #expect(page.contains("実施済み") && page.contains("2026年4月1日"))
    #expect(page.contains("まだ回答が少なく"))
    let changed = try staff.post(
      "/staff/reviews/improvements/1/edit",
      form: Self.filled(["state": "done", "done_on": "2026-03-20", "title": "窓口を3つに"]))
    #expect(changed.status == 303)
    #expect(try staff.get("/staff/reviews/improvements").text.contains("窓口を3つに"))
    let expected =
      ["reviews.improvement.added 1"]
      + Array(repeating: "reviews.improvement.changed 1", count: 4)
    #expect(try tenant.audited().filter { $0.contains("improvement.") } == expected)
  }

  @Test(
    "What cannot be right is said by its field, and nothing is stored",
    arguments: Engine.allCases,
    [
      ("title", ""), ("finding", ""), ("service", "none"), ("state", "lost"), ("due", "5/1"),
      ("done_on", "2026-04-02"), ("plan", String(repeating: "あ", count: 1_001)),
    ])
  func refused(engine: Engine, field: (name: String, value: String)) throws {
    let tenant = try tenant(engine)
    let staff = try tenant.client(.editor, on: tenant.serve())
    let answer = try staff.post(
      "/staff/reviews/improvements/new",
      form: Self.filled(["state": "done"].merging([field.name: field.value]) { $1 }))
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(field.name)\""))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_improvements") == 0)
  }

  @Test(
    "A response is linked to an improvement, or begins one, and let go of again",
    arguments: Engine.allCases)
  func responses(engine: Engine) throws {
    let tenant = try tenant(engine)
    let id = "0190163d-8694-739b-aea5-966c26f8ad91"
    try tenant.load("review-responses", "id,service,score,comment\n\(id),main,2,混んでいた\n")
    let staff = try tenant.client(.editor, on: tenant.serve())
    let link = "/staff/reviews/responses/\(id)/improvements"
    #expect(try staff.get(link).text.contains("新しい改善を始める"))
    let beginning = try staff.get("/staff/reviews/improvements/new?response=\(id)").text
    #expect(beginning.contains("混んでいた"))
    _ = try staff.post(
      "/staff/reviews/improvements/new",
      form: Self.filled(["response": id]))
    #expect(try staff.get("/staff/reviews/improvements/1").text.contains("混んでいた"))
    _ = try staff.post("/staff/reviews/improvements/new", form: Self.filled())
    #expect(try staff.post(link, form: ["improvement": ""]).status == 422)
    #expect(try staff.post(link, form: ["improvement": "2"]).status == 303)
    #expect(try staff.post(link, form: ["improvement": "2"]).status == 303)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_improvement_responses") == 2)
    #expect(
      try staff.post("/staff/reviews/improvements/2/responses/\(id)/remove", form: [:]).status
        == 303)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_improvement_responses") == 1)
    #expect(
      try tenant.audited().filter { $0.contains("linked") } == [
        "reviews.improvement.linked 2", "reviews.improvement.unlinked 2",
      ])
  }

  @Test(
    "Residents see what is public, with its effect in plain words, in their language, and no more",
    arguments: Engine.allCases)
  func published(engine: Engine) throws {
    let tenant = try tenant(engine)
    var tallies = "service,score,responses,month\n"
    for (month, counts) in [
      ("2025-10", [4, 6, 10, 8, 2]), ("2025-11", [4, 6, 10, 8, 2]), ("2025-12", [9, 9, 9, 9, 9]),
      ("2026-01", [1, 3, 8, 12, 6]), ("2026-02", [1, 3, 8, 12, 6]),
    ] {
      for (index, count) in counts.enumerated() {
        tallies += "main,\(index + 1),\(count),\(month)\n"
      }
    }
    try tenant.load("review-tallies", tallies)
    try tenant.load(
      "review-improvements",
      """
      service,title,finding,plan,owner,state,done_on,public
      main,窓口を増やす,待ち時間が長い,3番窓口,秘密の担当,done,2025-12-10,yes
      main,まだ内緒,検討中,,,found,,no
      other,よその話,検討中,,,found,,yes

      """)
    let visitor = try tenant.serve().client()
    let page = try visitor.get("/reviews/main/improvements").text
    #expect(page.contains("窓口を増やす") && page.contains("実施済み"))
    #expect(page.contains("その後の評価は良くなっています。"))
    #expect(page.contains("前は33%、後は60%"))
    for hidden in ["まだ内緒", "よその話", "秘密の担当"] { #expect(!page.contains(hidden)) }
    #expect(
      try visitor.get("/reviews/main").text.contains("/reviews/main/improvements#improvement-1"))
    let english = try visitor.get("/reviews/main/improvements?lang=en").text
    #expect(english.contains("Ratings were better afterwards."))
    #expect(english.contains("<span lang=\"ja\">窓口を増やす</span>"))
    #expect(try visitor.get("/reviews/main/improvements?lang=vi").text.contains("tốt hơn"))
  }

  @Test(
    "A file of improvements is read, again without doubling, and written",
    arguments: Engine.allCases)
  func dataset(engine: Engine) throws {
    let tenant = try tenant(engine)
    let file = """
      number,service,title,finding,plan,owner,due,state,done_on,public
      ,総合窓口,窓口を増やす,待ち時間が長い,3番窓口,市民課,2026/5/1,計画,,yes
      7,other,案内を直す,迷う人が多い,,,,,,

      """
    let first = try tenant.load("review-improvements", file)
    #expect([first.created, first.updated, first.unchanged] == [2, 0, 0])
    let again = try tenant.load("review-improvements", file)
    #expect([again.created, again.updated, again.unchanged] == [0, 0, 2])
    #expect(
      try tenant.export("review-improvements") == """
        number,service,title,finding,plan,owner,due,state,done_on,public
        1,main,窓口を増やす,待ち時間が長い,3番窓口,市民課,2026-05-01,planned,,yes
        7,other,案内を直す,迷う人が多い,,,,found,,no

        """)
    let bad = try tenant.load(
      "review-improvements", "service,title,finding\nnowhere,a,b\nmain,c,d\nmain,c,e\n")
    #expect(bad.problems.first.map(\.line) == [2, 4])
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_improvements") == 2)
  }
}
