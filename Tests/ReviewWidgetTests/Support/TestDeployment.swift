import ReviewWidget
import TenantService
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// A deployment of two tenants, Shinjuku and Chiyoda, as the service composes them.
final class TestDeployment: Sendable {
  let deployment: Deployment
  private let folder: TemporaryFolder
  /// Where the tenants are if they are not in the folder.
  private let database: TestDatabase?

  init(_ engine: Engine) throws {
    folder = try TemporaryFolder()
    database = engine == .postgresql ? try TestDatabase() : nil
    deployment = try Deployment(
      DataFolder(folder.path), modules: [ReviewWidget()], isMade: true,
      server: try database.map { try DatabaseServer($0.url) }, clock: .fixed(ReviewTenant.now))
    for key in ["131041", "131016"] { try deployment.create(TenantDraft(key: key)) }
  }

  deinit {
    deployment.close()
  }

  func site(_ key: String) throws -> Site {
    try deployment.site(of: try deployment.tenant(try TenantKey(key)))
  }

  /// Serves one tenant's site, and keeps the deployment as long as it does.
  func serve(_ key: String, _ mode: SiteHarness.Mode) throws -> SiteHarness {
    let site = try site(key)
    return try SiteHarness(
      mode, store: site.store, routes: site.routes, authenticator: site.authenticator,
      clock: Clock { withExtendedLifetime(self) { ReviewTenant.now } })
  }
}

/// The hash of "password" from the tests of argon2's reference implementation.
let hashOfPassword =
  "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"

extension SiteHarness {
  /// Adds an account; its password is "password".
  func addAccount(_ role: Role) throws -> Account {
    guard let email = EmailAddress("\(role)@city.example.jp") else {
      throw StoreError(.misuse, "no address")
    }
    return try site.store.write { transaction in
      let account = try AccountStore.add(
        email, role: role, at: ReviewTenant.now, in: transaction)
      try AccountStore.setPasswordHash(hashOfPassword, of: account.id, in: transaction)
      return account
    }
  }

  func addToken(_ scopes: Set<Permission>) throws -> String {
    try site.store.write { transaction in
      try TokenStore.create(
        name: "walk", scopes: scopes, at: ReviewTenant.now, in: transaction
      ).secret
    }
  }
}
