public import YuiText

/// One step of a database, done or to be done.
public struct MigrationState: Sendable, Hashable {
  /// The component it belongs to.
  public let component: String
  /// The number within the component.
  public let number: Int
  /// The step's short description.
  public let name: String
  /// When it was applied, or `nil` while it is pending.
  public let appliedAt: Timestamp?
}
