import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("Planning for staff")
struct PlanningPagesTests {
  private static let path = "/staff/wifi/planning"

  private static func filled(_ engine: Engine) throws -> WiFiTenant {
    let tenant = try WiFiTenant(engine)
    try tenant.add("良い", at: WiFiTenant.later(-30 * 86_400)) {
      $0.place = Spot.tocho
      $0.verifiedOn = CalendarDate(iso: "2026-03-01")
      $0.openRoaming = .yes
      $0.openRoamingSince = CalendarDate(iso: "2024-05-01")
      $0.facilityClass = .library
    }
    try tenant.add("長く停止", at: WiFiTenant.later(-14 * 86_400)) {
      $0.place = Spot.tower
      $0.verifiedOn = CalendarDate(iso: "2026-03-01")
      $0.status = .out
    }
    try tenant.add("停止したばかり", at: WiFiTenant.later(-13 * 86_400)) {
      $0.place = Spot.tower
      $0.verifiedOn = CalendarDate(iso: "2026-03-01")
      $0.status = .out
    }
    try tenant.add("=予定遅れ", at: WiFiTenant.later(-3)) {
      $0.place = Spot.osaka
      $0.doubt = .otherPrefecture
      $0.verifiedOn = CalendarDate(iso: "2026-03-01")
      $0.openRoaming = .planned
      $0.openRoamingSince = CalendarDate(iso: "2026-03-31")
    }
    try tenant.add("位置なし", at: WiFiTenant.later(-2)) {
      $0.verifiedOn = CalendarDate(iso: "2025-03-31")
    }
    for site in try tenant.sites() { try tenant.addPoint("1F-01", to: site) }
    try tenant.add("廃止") { $0.status = .retired }
    return tenant
  }

  @Test("The work list leads to the sites that it counts", arguments: Engine.allCases)
  func workList(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let page = try viewer.get(Self.path).text
    let rows = page.matches(
      of: /<a href="(\/staff\/wifi\?[^"]*)">([^<]*)<\/a><\/th>.*?is-number">(\d+)/)
    let expected = [
      "14日以上、障害が続いている": ["長く停止"], "位置がない": ["位置なし"], "位置に疑いがある": ["=予定遅れ"],
      "OpenRoamingの予定日を過ぎている": ["=予定遅れ"], "1年以上確認していない": ["位置なし"],
      "アクセスポイントの登録がない": [],
    ]
    for (task, names) in expected {
      let row = try #require(rows.first { $0.2 == task }, "\(task)")
      #expect(Int(row.3) == names.count, "\(task)")
      let list = try viewer.get(String(row.1).replacing("&amp;", with: "&")).text
      let found = list.matches(of: /href="\/staff\/wifi\/sites\/[^"]*">([^<]*)/)
      #expect(found.map { String($0.1) } == names, "\(task)")
    }
    let file = try viewer.get("\(Self.path)/work.csv")
    #expect(file.headers["Content-Disposition"]?.contains("wifi-work.csv") == true)
    let lines = file.text.split(whereSeparator: \.isNewline).dropFirst()
    #expect(lines.count == expected.values.reduce(0) { $0 + $1.count })
    #expect(lines.filter { $0.contains(",'=予定遅れ,") }.count == 2)
    #expect(try tenant.audited() == ["wifi.work.exported "])
  }

  @Test("Targets and milestones are entered, shown and taken away", arguments: Engine.allCases)
  func targets(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    let saved = try editor.post(
      "\(Self.path)/targets", form: ["year": "２０２６", "sites": "1,300", "note": "都の<計画>"])
    #expect(saved.headers["Location"] == "\(Self.path)?done=saved")
    let milestone = ["day-year": "2024", "day-month": "7", "day-day": "31", "sites": "638"]
    #expect(
      try editor.post(
        "\(Self.path)/milestones", fields: milestone.map { FormData.Field($0.key, $0.value) }
      ).status == 303)
    let page = try tenant.client(.viewer, on: harness).get(Self.path).text
    #expect(page.contains("目標：2026年度末までに1,300施設") && page.contains("都の&lt;計画&gt;"))
    #expect(page.contains("2024年7月31日（測定）") && page.contains("あと1,299施設"))
    #expect(!page.contains("method=\"post\" action=\"/staff/wifi"))
    #expect(try editor.post("\(Self.path)/targets/remove", form: ["year": "2026"]).status == 303)
    #expect(try editor.post("\(Self.path)/targets/remove", form: ["year": "2026"]).status == 404)
    #expect(
      try editor.post("\(Self.path)/milestones/remove", form: ["day": "2024-07-31"]).status == 303)
    #expect(
      try tenant.audited() == [
        "wifi.target.set 2026", "wifi.milestone.set 2024-07-31", "wifi.target.removed 2026",
        "wifi.milestone.removed 2024-07-31",
      ])
  }

  @Test(
    "What is wrong is told at its field", arguments: Engine.allCases,
    [
      ("targets", "year", ["year": "26", "sites": "1"]),
      ("targets", "sites", ["year": "2026", "sites": "-1"]),
      ("targets", "sites", ["year": "2026", "sites": "many"]),
      ("targets", "note", ["year": "2026", "sites": "1", "note": "a\u{1b}"]),
      ("milestones", "day", ["day-year": "2027", "day-month": "1", "day-day": "1", "sites": "1"]),
      ("milestones", "sites", ["day-year": "2025", "day-month": "1", "day-day": "1"]),
    ] as [(String, String, [String: String])])
  func refused(
    engine: Engine, example: (kind: String, field: String, form: [String: String])
  ) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.post(
      "\(Self.path)/\(example.kind)",
      fields: example.form.map { FormData.Field($0.key, $0.value) })
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field)\""))
    #expect(answer.text.matches(of: /id="field-sites"/).count == 1)
    #expect(try tenant.audited().isEmpty)
  }

  @Test("What is missing is told by kind of place and by mesh", arguments: Engine.allCases)
  func gaps(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let gaps = try tenant.store.read { try RolloutGaps(in: $0) }
    #expect(gaps.classes.map(\.counts) == [[0, 1, 3], [1, 0, 0]])
    #expect(gaps.classes.map(\.facilityClass) == [.other, .library])
    let tower = try #require(Spot.tower.flatMap { MeshCode(containing: $0, level: .third) })
    #expect(gaps.squares.first == .init(mesh: tower, missing: 2))
    let page = try tenant.client(.viewer, on: tenant.serve()).get(Self.path).text
    #expect(page.contains("map__square") && page.contains("未対応 4"))
  }
}
