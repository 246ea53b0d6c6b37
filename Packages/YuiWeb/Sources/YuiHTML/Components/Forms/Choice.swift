/// One of the answers a field offers.
public struct Choice: Sendable, Hashable {
  /// What is sent.
  public var value: String
  /// What is shown.
  public var label: String
  /// A line of explanation, shown beside radio buttons and checkboxes.
  public var support: String?

  /// Creates a choice.
  public init(_ value: String, _ label: String, support: String? = nil) {
    self.value = value
    self.label = label
    self.support = support
  }
}
