public import YuiWeb

/// The staff pages that every tenant has: signing in, accounts, tokens, settings, audit log, import.
///
/// One is made for a process, because the guards of signing in are shared by its tenants.
public struct StaffRoutes: Sendable {
  private let signIn = SignInPages(
    hasher: PasswordHasher(), accountThrottle: SignInThrottle(),
    addressThrottle: SignInThrottle(free: 50))

  /// Makes the shared guards.
  public init() {}

  /// The pages of a tenant that runs these modules.
  public func routes(for modules: [any Module]) -> [Route] {
    signIn.routes + [FrontPage(modules: modules).route] + SessionPages.routes
      + AccountPages.routes + TokenPages(permissions: modules.flatMap(\.permissions)).routes
      + SettingsPages(modules: modules).routes + AuditPages.routes
      + WebhookPages(modules: modules).routes + OutboxPages.routes
      + DigestPages(modules: modules).routes
      + modules.flatMap { ImportPages(module: $0).routes }
  }
}
