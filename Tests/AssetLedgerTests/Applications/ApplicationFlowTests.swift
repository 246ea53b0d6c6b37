import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiTransparencyLog
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

/// An application on its whole way.
///
/// The tenant's clock stands on 1 April 2026, a Wednesday.
@Suite struct ApplicationFlowTests {
  @Test(
    "An application goes from its draft to operation and removal, and its assets follow",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func flow(engine: Engine, mode: SiteHarness.Mode) throws {
    let desk = try AssetDesk(engine, mode)
    try desk.tenant.add("A-1", name: "第一庁舎")
    try desk.tenant.add("A-2", name: "第二庁舎") { $0.publish = .registered }
    let place = try desk.apply(desk.redPerson, "A-1", "A-2")
    #expect(try desk.state(1) == "received")
    // Ten days on which offices are open, after 1 April.
    #expect(try desk.due(1) == "2026-04-15")
    let inbox = try desk.officer.get("/staff/assets/applications").text
    #expect(inbox.contains("5G基地局の設置") && inbox.contains("赤通信"))
    try desk.move(1, to: "check", "owner", "survey", "decision")
    let page = try desk.officer.get("/staff/assets/applications/cases/1").text
    #expect(page.contains("cases/1/permit") && page.contains("第二庁舎"))
    #expect(try desk.officer.get("/staff/assets/applications/cases/1/permit").status == 200)
    let granted = try desk.permit(
      1, AssetDesk.permit(granting: "A-1", changing: ["reason-2": "屋上の荷重が足りない。"]))
    #expect(granted.status == 303)
    #expect(try desk.state(1) == "permitted")
    #expect(try desk.availability("A-1") == .reserved)
    #expect(try desk.availability("A-2") == .open)
    let told = try desk.redPerson.get(place).text
    #expect(told.contains("8総総財第1号") && told.contains("12,000円"))
    #expect(told.contains("屋上の荷重が足りない。") && told.contains("撤去時は原状に回復する。"))
    try desk.move(1, to: "works", "operation")
    #expect(try desk.availability("A-1") == .occupied)
    try desk.move(1, to: "renewal")
    let renewed = try desk.permit(
      1,
      AssetDesk.permit(
        "13総総財第9号", granting: "A-1",
        changing: ["from-year": "2031", "until-year": "2036", "reason-2": "変わらず"]))
    #expect(renewed.status == 303)
    try desk.move(1, to: "removed", reason: "現地で確認")
    #expect(try desk.state(1) == "removed")
    #expect(try desk.availability("A-1") == .open)
    // What staff notes for itself is not the applicant's.
    #expect(try !desk.redPerson.get(place).text.contains("現地で確認"))
  }

  @Test(
    "A notice stops the clock and names what is missing; the answer lets it go on",
    arguments: Engine.allCases)
  func incomplete(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    let place = try desk.apply(desk.redPerson, "A-1")
    try desk.move(1, to: "check")
    #expect(try desk.move(1, to: "incomplete")?.status == 422)
    #expect(try desk.state(1) == "check")
    try desk.move(1, to: "incomplete", reason: "構造計算書がありません。")
    #expect(try desk.due(1) == nil)
    let notice = try desk.redPerson.get(place).text
    #expect(notice.contains("構造計算書がありません。") && notice.contains("停止中（残り10開庁日）"))
    let changed = try desk.redPerson.submit(
      "\(place)/edit", AssetDesk.form("A-1", changing: ["purpose": "5G基地局（屋上）"]))
    #expect(changed.status == 303)
    #expect(try desk.redPerson.submit("\(place)/answer", ["answer": " "]).status == 422)
    let answered = try desk.redPerson.submit("\(place)/answer", ["answer": "添付しました。"])
    #expect(answered.status == 303)
    #expect(try desk.state(1) == "check" && desk.due(1) == "2026-04-15")
    let page = try desk.officer.get("/staff/assets/applications/cases/1").text
    #expect(page.contains("添付しました。") && page.contains("5G基地局（屋上）"))
  }

  @Test(
    "A refusal needs its reason, which the applicant reads; a withdrawal ends what is undecided",
    arguments: Engine.allCases)
  func endings(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    let refused = try desk.apply(desk.redPerson, "A-1")
    let withdrawn = try desk.apply(desk.redPerson, "A-1")
    try desk.move(1, to: "check", "owner", "decision")
    #expect(try desk.move(1, to: "refused", reason: " ")?.status == 422)
    try desk.move(1, to: "refused", reason: "景観条例に合いません。")
    #expect(try desk.redPerson.get(refused).text.contains("景観条例に合いません。"))
    #expect(try desk.redPerson.post("\(withdrawn)/withdraw", form: [:]).status == 303)
    #expect(try desk.state(2) == "withdrawn")
    // What has ended, ends no second time.
    for place in [refused, withdrawn] {
      #expect(try desk.redPerson.post("\(place)/withdraw", form: [:]).status == 409)
    }
  }

  @Test(
    "Every change of an application stands in the ledger, and nothing of it is shown",
    arguments: Engine.allCases)
  func ledger(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    _ = try desk.apply(desk.redPerson, "A-1")
    try desk.move(1, to: "check", "owner", "decision")
    _ = try desk.permit(1, AssetDesk.permit(granting: "A-1"))
    let entries = try desk.tenant.store.read { try AssetLog.entries(0..<100, in: $0) }
    let own = entries.filter { $0.subject == "application/1" }
    #expect(own.count == 6 && own.allSatisfy { !$0.isOpen && $0.opened == nil })
    let kinds = try own.map { entry in
      try LedgerEntry(content: try #require(entry.stored.opened?.content)).kind
    }
    #expect(kinds == [.submitted, .moved, .moved, .moved, .moved, .permitted])
    // The log of a person's way holds no person.
    let all = own.compactMap(\.stored.opened?.content).joined()
    #expect(!all.contains("@"))
  }
}
