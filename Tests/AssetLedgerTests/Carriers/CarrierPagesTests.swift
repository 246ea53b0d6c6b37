import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

@Suite struct CarrierPagesTests {
  @Test(
    "The desk registers a carrier and invites a person, who sets a password and applies",
    arguments: Engine.allCases)
  func invite(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    let added = try desk.officer.post(
      "/staff/assets/carriers",
      form: [
        "name": "緑通信", "corporate_number": "8000020130001", "level": "registered",
        "status": "active",
      ])
    let place = try #require(added.headers["Location"])
    let invited = try desk.officer.post(
      "\(place)/people", form: ["email": "ito@midori.example.jp", "by": "link"])
    let parts = invited.text.split(separator: "/staff/password/")
    let link = "/staff/password/" + String(try #require(parts.last).prefix(43))
    let person = desk.harness.client()
    let set = try person.post(link, form: ["password": "a long and quiet sentence"])
    #expect(set.status == 303)
    let list = try person.get("/assets/applications")
    #expect(list.status == 200 && list.text.contains("緑通信"))
    // By mail the link is nobody's but the person's.
    let mailed = try desk.officer.post(
      "\(place)/people", form: ["email": "abe@midori.example.jp", "by": "mail"])
    #expect(mailed.status == 303 && !mailed.text.contains("/staff/password/"))
  }

  @Test(
    "What is wrong with a carrier or a person is told, and nothing is kept",
    arguments: [
      (["name": ""], "field-name"), (["corporate_number": "8000020130002"], "13桁"),
      (["level": "all"], "field-level"),
    ])
  func refusals(change: [String: String], told: String) throws {
    let desk = try AssetDesk(.sqlite)
    let form = ["name": "緑通信", "level": "public", "status": "active"].merging(change) { $1 }
    let answer = try desk.officer.submit("/staff/assets/carriers", form)
    #expect(answer.status == 422 && answer.text.contains(told))
    #expect(try desk.tenant.store.read { try CarrierStore.all(in: $0).count } == 2)
  }

  @Test(
    "An address that has an account already is not invited again", arguments: Engine.allCases)
  func taken(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    let place = "/staff/assets/carriers/\(desk.red.id)/people"
    for email in ["plan@public.example.jp", "editor@city.example.jp", "nobody"] {
      #expect(try desk.officer.post(place, form: ["email": email]).status == 422)
    }
  }

  @Test(
    "The people of a suspended carrier, and a person who was disabled, get no further",
    arguments: Engine.allCases)
  func suspended(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    let place = try desk.draft(desk.redPerson, AssetDesk.form("A-1"))
    let suspended = try desk.officer.post(
      "/staff/assets/carriers/\(desk.red.id)",
      form: ["name": "赤通信", "level": "registered", "status": "suspended"])
    #expect(suspended.status == 303)
    for path in ["/assets/applications", "/assets/applications/new", place] {
      #expect(try desk.redPerson.get(path).status == 403)
    }
    #expect(try desk.redPerson.post("\(place)/submit", form: [:]).status == 403)
    let people = try desk.tenant.store.read { try CarrierStore.people(of: desk.blue.id, in: $0) }
    let person = try #require(people.first)
    // Of another carrier the person cannot be reached.
    let wrong = "/staff/assets/carriers/\(desk.red.id)/people/\(person.id)/disable"
    #expect(try desk.officer.post(wrong, form: [:]).status == 404)
    let right = "/staff/assets/carriers/\(desk.blue.id)/people/\(person.id)/disable"
    #expect(try desk.officer.post(right, form: [:]).status == 303)
    #expect(try desk.bluePerson.get("/assets/applications").headers["Location"] != nil)
  }
}
