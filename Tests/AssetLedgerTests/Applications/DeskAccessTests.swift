import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

@Suite struct DeskAccessTests {
  private let table = """
    assets:apply: GET /assets/applications
    assets:apply: GET /assets/applications/candidates
    assets:apply: GET /assets/applications/new
    assets:apply: GET /assets/applications/{id}
    assets:apply: GET /assets/applications/{id}/documents/{document}
    assets:apply: GET /assets/applications/{id}/edit
    assets:apply: POST /assets/applications/new
    assets:apply: POST /assets/applications/{id}/answer
    assets:apply: POST /assets/applications/{id}/documents
    assets:apply: POST /assets/applications/{id}/edit
    assets:apply: POST /assets/applications/{id}/submit
    assets:apply: POST /assets/applications/{id}/withdraw
    assets:carriers: GET /staff/assets/carriers
    assets:carriers: GET /staff/assets/carriers/{id}
    assets:carriers: POST /staff/assets/carriers
    assets:carriers: POST /staff/assets/carriers/{id}
    assets:carriers: POST /staff/assets/carriers/{id}/people
    assets:carriers: POST /staff/assets/carriers/{id}/people/{account}/disable
    assets:carriers: POST /staff/assets/carriers/{id}/people/{account}/enable
    assets:carriers: POST /staff/assets/carriers/{id}/people/{account}/link
    assets:decide: GET /staff/assets/applications/cases/{number}/permit
    assets:decide: POST /staff/assets/applications/cases/{number}/permit
    assets:manage: POST /staff/assets/applications/cases
    assets:manage: POST /staff/assets/applications/cases/{number}/notes
    assets:manage: POST /staff/assets/applications/cases/{number}/split
    assets:manage: POST /staff/assets/applications/documents/{id}
    assets:read: GET /staff/assets/applications
    assets:read: GET /staff/assets/applications/cases/{number}
    assets:read: GET /staff/assets/applications/documents/{id}/{document}
    assets:read: POST /staff/assets/applications/filters
    assets:read: POST /staff/assets/applications/filters/{id}/delete
    """

  private var routes: [Route] {
    AssetLedger().routes.filter { route in
      ["applications", "carriers"].contains { route.path.contains("/assets/\($0)") }
    }
  }

  @Test("The desk's and the carriers' routes are these, each with this one access")
  func inventory() {
    let lines = routes.map { route -> String in
      guard case .permission(let permission) = route.access else { return "open: \(route.path)" }
      return "\(permission.rawValue): \(route.method.rawValue) \(route.path)"
    }
    #expect(lines.sorted().joined(separator: "\n") == table)
  }

  @Test(
    "A carrier's person reaches no page of staff, and staff no page of a carrier",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func walls(engine: Engine, mode: SiteHarness.Mode) throws {
    let desk = try AssetDesk(engine, mode)
    try desk.tenant.add("A-1")
    let id = try desk.apply(desk.redPerson, "A-1").split(separator: "/").last ?? ""
    let nobody = desk.harness.client()
    let administrator = try desk.tenant.client(.administrator, on: desk.harness)
    let staffRoutes = StaffRoutes().routes(for: [AssetLedger()])
    for route in routes + staffRoutes {
      guard case .permission = route.access else { continue }
      let path = route.path.replacing("{id}", with: id).replacing("{number}", with: "1")
        .replacing("{document}", with: id).replacing("{account}", with: id)
        .replacing("{dataset}", with: "assets").replacing("{module}", with: "assets")
      func status(_ client: TestClient) throws -> Int {
        route.method == .get
          ? try client.get(path).status : try client.post(path, form: [:]).status
      }
      #expect([303, 401].contains(try status(nobody)), "\(route.path)")
      if route.path.hasPrefix("/staff") {
        #expect(try status(desk.redPerson) == 403, "\(route.path)")
      } else {
        #expect(try status(administrator) == 403, "\(route.path)")
      }
    }
  }

  @Test(
    "Nobody sees, changes or sends another carrier's application or its documents",
    arguments: Engine.allCases)
  func others(engine: Engine) throws {
    let desk = try AssetDesk(engine)
    try desk.tenant.add("A-1")
    let place = try desk.draft(desk.redPerson, AssetDesk.form("A-1"))
    let document = try desk.redPerson.post(
      "\(place)/documents", form: [:], file: "file", named: "plan.pdf",
      content: Array("%PDF-1.7\n".utf8))
    #expect(document.status == 303)
    let id = try #require(UUIDv7(String(place.split(separator: "/").last ?? "")))
    let documents = try desk.tenant.store.read { try DocumentStore.documents(of: id, in: $0) }
    let file = "\(place)/documents/\(try #require(documents.first).id)"
    #expect(try desk.redPerson.get(file).status == 200)
    for path in [place, "\(place)/edit", file] {
      #expect(try desk.bluePerson.get(path).status == 404, "\(path)")
    }
    for action in ["submit", "withdraw", "answer", "edit"] {
      let answer = try desk.bluePerson.submit("\(place)/\(action)", AssetDesk.form("A-1"))
      #expect(answer.status == 404, "\(action)")
    }
    #expect(try !desk.bluePerson.get("/assets/applications").text.contains("5G基地局の設置"))
  }
}
