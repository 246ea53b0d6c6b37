import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

@Suite struct ApplicationRefusalTests {
  private static let tooMany: String = (1...51).map { "A-\($0)" }.joined(separator: "\n")

  @Test(
    "Of two applications for an asset the first to be granted has it, and the other is told when",
    arguments: Engine.allCases)
  func race(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    try desk.tenant.add("A-2")
    _ = try desk.apply(desk.redPerson, "A-1")
    _ = try desk.apply(desk.bluePerson, "A-1", "A-2")
    let late = try desk.draft(desk.bluePerson, AssetDesk.form("A-1"))
    try desk.move(1, to: "check", "owner", "decision")
    try desk.move(2, to: "check", "owner", "decision")
    #expect(try desk.permit(1, AssetDesk.permit(granting: "A-1")).status == 303)
    let other = AssetDesk.permit("2号", granting: "A-1|A-2")
    let refusal = try desk.permit(2, other)
    #expect(refusal.status == 409 && refusal.text.contains("2026年4月1日"))
    #expect(!refusal.text.contains("赤通信"))
    #expect(try desk.state(2) == "decision" && desk.availability("A-2") == .open)
    let sent = try desk.bluePerson.post("\(late)/submit", form: [:])
    #expect(sent.status == 409 && sent.text.contains("2026年4月1日"))
    let again = try desk.bluePerson.submit("/assets/applications/new", AssetDesk.form("A-1"))
    #expect(again.status == 409 && !again.text.contains("赤通信"))
    // Without it the rest is granted.
    let rest = AssetDesk.permit("2号", granting: "A-2", changing: ["reason-1": "別の申請に許可済み"])
    #expect(try desk.permit(2, rest).status == 303)
  }

  @Test(
    "Of two officers who decide at once one decides, and the other sees what was decided",
    arguments: Engine.allCases)
  func officers(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    _ = try desk.apply(desk.redPerson, "A-1")
    try desk.move(1, to: "check", "owner", "decision")
    let other = try desk.tenant.client(.administrator, on: desk.harness)
    let path = "/staff/assets/applications/cases/1/permit"
    #expect(try other.get(path).status == 200)
    #expect(try desk.permit(1, AssetDesk.permit(granting: "A-1")).status == 303)
    let second = try other.submit(path, AssetDesk.permit("別の番号", granting: "A-1"))
    #expect(second.status == 409)
    #expect(second.text.contains("「許可」") && second.text.contains("editor@city.example.jp"))
    let permit = try desk.tenant.store.read { snapshot in
      let item = try #require(try ApplicationCases.store.case(1, in: snapshot))
      return try ApplicationStore.permit(of: try #require(UUIDv7(item.subject)), in: snapshot)
    }
    #expect(permit?.number == "8総総財第1号")
  }

  @Test(
    "An asset that is applied for stays, with the applications named, until they end",
    arguments: Engine.allCases)
  func removal(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    let place = try desk.apply(desk.redPerson, "A-1")
    _ = try desk.apply(desk.bluePerson, "A-1")
    #expect {
      try desk.tenant.remove("A-1")
    } throws: { error in
      let words = (error as? HTTPProblem)?.detail?[.ja] ?? ""
      return words.contains("#1, #2")
    }
    #expect(try desk.tenant.asset("A-1") != nil)
    #expect(try desk.redPerson.post("\(place)/withdraw", form: [:]).status == 303)
    try desk.move(2, to: "withdrawn", reason: "電話で連絡があった")
    #expect(try desk.tenant.remove("A-1").count == 1)
  }

  @Test(
    "An asset that is granted stays so, also where a file says that it is open",
    arguments: Engine.allCases)
  func importedOver(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    var asset = try desk.tenant.add("A-1")
    _ = try desk.apply(desk.redPerson, "A-1")
    _ = try desk.apply(desk.bluePerson, "A-1")
    try desk.move(1, to: "check", "owner", "decision")
    try desk.move(2, to: "check", "owner", "decision")
    #expect(try desk.permit(1, AssetDesk.permit(granting: "A-1")).status == 303)
    asset.availability = .open
    try desk.tenant.save(asset, source: .imported)
    #expect(try desk.permit(2, AssetDesk.permit("2号", granting: "A-1")).status == 409)
    // Once the equipment is gone, it is another's turn.
    try desk.move(1, to: "removed", reason: "撤去済み")
    #expect(try desk.permit(2, AssetDesk.permit("2号", granting: "A-1")).status == 303)
  }

  @Test(
    "A draft is not sent for assets that have gone, or are no longer its carrier's to know",
    arguments: Engine.allCases)
  func gone(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    var asset = try desk.tenant.add("A-2")
    let first = try desk.draft(desk.bluePerson, AssetDesk.form("A-1"))
    let second = try desk.draft(desk.bluePerson, AssetDesk.form("A-2"))
    // A draft keeps nothing from anybody.
    try desk.tenant.remove("A-1")
    asset.publish = .internal
    try desk.tenant.save(asset)
    for (place, id) in [(first, "A-1"), (second, "A-2")] {
      let answer = try desk.bluePerson.post("\(place)/submit", form: [:])
      #expect(answer.status == 409 && answer.text.contains(id))
    }
    #expect(try desk.state(1) == nil)
  }

  @Test(
    "What is wrong with an application is told by its field, and nothing is kept",
    arguments: [
      (["assets": ""], "field-assets"), (["assets": "A-9"], "A-9"),
      (["assets": Self.tooMany], "50件"),
      (["assets": "R-1"], "R-1"), (["purpose": " "], "field-purpose"),
      (["until-year": "2026", "until-month": "7", "until-day": "1"], "開始日より後"),
      (["from-month": "13"], "正しい日付"), (["width-1": "0"], "field-width-1"),
      (["height-1": "1e9"], "field-height-1"), (["weight-1": "-1"], "field-weight-1"),
      (["kind-1": ""], "field-kind-1"), (["kind-1": "laser"], "field-kind-1"),
      (["power-1": "x"], "field-power-1"), (["partners": "a\u{1B}b"], "field-partners"),
    ] as [([String: String], String)])
  func badDraft(change: [String: String], told: String) throws {
    let desk = try AssetDesk(.sqlite)
    try desk.tenant.add("A-1")
    // For registered carriers only, which this one is not.
    try desk.tenant.add("R-1") { $0.publish = .registered }
    let answer = try desk.bluePerson.submit(
      "/assets/applications/new", AssetDesk.form("A-1", changing: change))
    #expect(answer.status == 422 && answer.text.contains(told))
    let kept = try desk.tenant.store.read {
      try ApplicationStore.summaries(of: desk.blue.id, in: $0)
    }
    #expect(kept == [])
  }

  @Test(
    "What is wrong with a permit is told, and nothing is decided",
    arguments: [
      (["until-year": "2026", "until-day": "1", "until-month": "8"], "始まりより後"),
      (["until-year": "2020"], "始まりより後"), (["number": ""], "field-number"),
      (["fee": "-1"], "field-fee"), (["granted": ""], "field-granted"),
      (["granted": "A-1"], "field-reason-2"),
    ] as [([String: String], String)])
  func badPermit(change: [String: String], told: String) throws {
    let desk = try AssetDesk(.sqlite)
    try desk.tenant.add("A-1")
    try desk.tenant.add("A-2")
    _ = try desk.apply(desk.redPerson, "A-1", "A-2")
    try desk.move(1, to: "check", "owner", "decision")
    let answer = try desk.permit(1, AssetDesk.permit(granting: "A-1|A-2", changing: change))
    #expect(answer.status == 422 && answer.text.contains(told))
    #expect(try desk.state(1) == "decision" && desk.availability("A-1") == .open)
  }

  @Test(
    "From the wrong state, or without the permission, no state is reached",
    arguments: Engine.allCases)
  func wrongMoves(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    let place = try desk.apply(desk.redPerson, "A-1")
    #expect(try desk.permit(1, AssetDesk.permit(granting: "A-1")).status == 409)
    try desk.move(1, to: "works")
    try desk.move(1, to: "operation")
    #expect(try desk.state(1) == "received")
    // A permit is given on its own page alone.
    try desk.move(1, to: "check", "owner", "decision")
    #expect(try desk.move(1, to: "permitted")?.status == 400)
    #expect(try desk.state(1) == "decision")
    #expect(try desk.redPerson.submit("\(place)/answer", ["answer": "?"]).status == 409)
    #expect(try desk.redPerson.post("\(place)/submit", form: [:]).status == 409)
    #expect(try desk.redPerson.submit("\(place)/edit", AssetDesk.form("A-1")).status == 409)
    let viewer = try desk.tenant.client(.viewer, on: desk.harness)
    let refused = try viewer.post(
      "/staff/assets/applications/cases",
      form: ["case": "1", "action": "move:refused", "reason-refused": "x"])
    #expect(refused.status == 403)
  }
}
