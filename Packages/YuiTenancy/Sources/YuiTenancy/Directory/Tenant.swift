public import YuiText

/// A tenant as the deployment knows it: who it is, where it answers and what it runs.
public struct Tenant: Sendable, Hashable {
  /// What it is called in commands and folders.
  public let key: TenantKey
  /// The municipality's name as residents read it.
  public let name: String
  /// The host name it answers to, in lower case and without a port.
  public let host: String
  /// The address residents see, without a final slash, where it differs from the host's own.
  public let publicURL: String?
  /// The identifiers of the modules it runs, in the order they are shown.
  public let modules: [String]
  /// What stands above every page, such as that its data are samples; nil for nothing.
  public let notice: LocalizedText?
  /// When it was made.
  public let createdAt: Timestamp
  /// Where its database lies.
  public let placement: TenantPlacement

  /// Describes a tenant.
  package init(
    key: TenantKey, name: String, host: String, publicURL: String?, modules: [String],
    notice: LocalizedText?, createdAt: Timestamp, placement: TenantPlacement = .file
  ) {
    self.key = key
    self.name = name
    self.host = host
    self.publicURL = publicURL
    self.modules = modules
    self.notice = notice
    self.createdAt = createdAt
    self.placement = placement
  }

  /// The same tenant with its database somewhere else.
  package func placed(_ placement: TenantPlacement) -> Tenant {
    Tenant(
      key: key, name: name, host: host, publicURL: publicURL, modules: modules, notice: notice,
      createdAt: createdAt, placement: placement)
  }
}
