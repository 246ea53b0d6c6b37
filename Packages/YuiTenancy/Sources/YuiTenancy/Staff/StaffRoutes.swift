public import YuiWeb

/// The staff pages that every tenant has: signing in, accounts, tokens, settings, audit log, import.
///
/// One is made for a process, because the guards of signing in are shared by its tenants.
public struct StaffRoutes: Sendable {
  private let signIn = SignInPages(
    hasher: PasswordHasher(), accountThrottle: SignInThrottle(),
    addressThrottle: SignInThrottle(free: 50))
  private let reachesPrivateAddresses: Bool

  /// Makes the shared guards.
  ///
  /// - Parameter reachesPrivateAddresses: whether webhooks may lead into private networks.
  public init(reachesPrivateAddresses: Bool = false) {
    self.reachesPrivateAddresses = reachesPrivateAddresses
  }

  /// The pages of a tenant that runs these modules.
  public func routes(for modules: [any Module]) -> [Route] {
    signIn.routes + [FrontPage(modules: modules).route] + SessionPages.routes
      + AccountPages.routes + TokenPages(permissions: modules.flatMap(\.permissions)).routes
      + SettingsPages(modules: modules).routes + AuditPages.routes
      + WebhookPages(modules: modules, reachesPrivateAddresses: reachesPrivateAddresses).routes
      + OutboxPages.routes
      + DigestPages(modules: modules).routes
      + modules.flatMap { ImportPages(module: $0).routes }
  }
}
