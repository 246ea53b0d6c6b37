package import YuiText

/// A copy of a tenant's database that the tenant is not served from.
package struct TenantCopy: Sendable, Hashable {
  package enum State: String, Sendable {
    /// It is being made, or what made it was broken off: worth nothing.
    case draft
    /// It is what the tenant was served from before it moved.
    case kept
  }

  package let tenant: TenantKey
  /// The server where it lies; nil for the data folder.
  package let address: String?
  /// The folder or the schema it lies in.
  package let name: String
  package let state: State
  package let madeAt: Timestamp

  package init(
    of tenant: TenantKey, at address: String?, name: String, state: State, madeAt: Timestamp
  ) {
    self.tenant = tenant
    self.address = address
    self.name = name
    self.state = state
    self.madeAt = madeAt
  }
}
