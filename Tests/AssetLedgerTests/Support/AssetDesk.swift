import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

/// A tenant with a desk, two carriers and the people of each, all signed in.
struct AssetDesk {
  let tenant: AssetTenant
  let harness: SiteHarness
  /// An officer who decides.
  let officer: TestClient
  let red: Carrier
  let blue: Carrier
  let redPerson: TestClient
  let bluePerson: TestClient

  init(_ engine: Engine, _ mode: SiteHarness.Mode = .inProcess) throws {
    tenant = try AssetTenant(engine)
    harness = try tenant.serve(mode)
    officer = try tenant.client(.editor, on: harness)
    (red, redPerson) = try Self.carrier("赤通信", .registered, tenant, harness)
    (blue, bluePerson) = try Self.carrier("青通信", .public, tenant, harness)
  }

  private static func carrier(
    _ name: String, _ level: Carrier.Level, _ tenant: AssetTenant, _ harness: SiteHarness
  ) throws -> (Carrier, TestClient) {
    let carrier = Carrier(
      id: UUIDv7(at: AssetTenant.now), name: name, corporateNumber: nil, level: level,
      status: .active)
    let email = try #require(EmailAddress("plan@\(level.rawValue).example.jp"))
    let account = try tenant.store.write { transaction in
      try CarrierStore.save(carrier, in: transaction)
      let account = try AccountStore.add(
        email, role: .partner, at: AssetTenant.now, in: transaction)
      try CarrierStore.add(account, to: carrier.id, in: transaction)
      return account
    }
    return (carrier, try harness.client(signedInAs: account.id))
  }

  /// A form that is right, for these assets.
  static func form(
    _ assets: String..., changing changes: [String: String] = [:]
  ) -> [String: String] {
    [
      "assets": assets.joined(separator: "\n"), "purpose": "5G基地局の設置",
      "from-year": "2026", "from-month": "7", "from-day": "1", "until-year": "2031",
      "until-month": "6", "until-day": "30", "kind-1": "antenna", "width-1": "20",
      "height-1": "90", "depth-1": "12", "weight-1": "18.5", "bands-1": "3.7 GHz",
    ].merging(changes) { $1 }
  }

  /// Writes an application; where it stands.
  func draft(_ client: TestClient, _ assets: [String: String]) throws -> String {
    let answer = try client.submit("/assets/applications/new", assets)
    #expect(answer.status == 303, "\(answer.text)")
    return try #require(answer.headers["Location"])
  }

  /// Writes an application and sends it; where it stands.
  func apply(_ client: TestClient, _ assets: String...) throws -> String {
    let list = assets.joined(separator: "\n")
    let place = try draft(client, Self.form(list))
    #expect(try client.post("\(place)/submit", form: [:]).status == 303)
    return place
  }

  /// What the desk does with a case by one button.
  @discardableResult
  func move(_ number: Int, to states: String..., reason: String = "") throws -> TestResponse? {
    var answer: TestResponse?
    for state in states {
      answer = try officer.post(
        "/staff/assets/applications/cases",
        form: ["case": "\(number)", "action": "move:\(state)", "reason-\(state)": reason])
    }
    return answer
  }

  static func permit(
    _ number: String = "8総総財第1号", granting assets: String, changing: [String: String] = [:]
  ) -> [String: String] {
    [
      "number": number, "granted": assets, "fee": "12000", "conditions": "撤去時は原状に回復する。",
      "from-year": "2026", "from-month": "8", "from-day": "1", "until-year": "2031",
      "until-month": "7", "until-day": "31",
    ].merging(changing) { $1 }
  }

  func permit(_ number: Int, _ form: [String: String]) throws -> TestResponse {
    try officer.submit("/staff/assets/applications/cases/\(number)/permit", form)
  }

  func state(_ number: Int) throws -> String? {
    try tenant.store.read { try ApplicationCases.store.case(number, in: $0)?.state }
  }

  func due(_ number: Int) throws -> String? {
    try tenant.store.read { try ApplicationCases.store.case(number, in: $0)?.dueOn?.iso }
  }

  func availability(_ id: String) throws -> Availability? { try tenant.asset(id)?.availability }
}

extension TestClient {
  /// Sends a form; what stands between bars is sent as values of their own.
  func submit(_ path: String, _ form: [String: String]) throws -> TestResponse {
    let fields = form.sorted { $0.key < $1.key }.flatMap { name, value in
      value.split(separator: "|", omittingEmptySubsequences: false).map {
        FormData.Field(name, String($0))
      }
    }
    return try post(path, fields: fields)
  }
}
