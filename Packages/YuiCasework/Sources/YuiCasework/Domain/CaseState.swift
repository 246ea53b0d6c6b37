public import YuiHTML
public import YuiText

/// A state in which a case can be.
public struct CaseState: Sendable, Hashable {
  /// The name that is stored: `in-work`.
  public let code: String
  /// The name for people.
  public let name: LocalizedText
  /// The colour of its label.
  public let color: ChipLabel.Color
  /// Whether somebody still has to do something; closed cases leave the inbox.
  public let isOpen: Bool

  /// Declares a state.
  public init(_ code: String, name: LocalizedText, color: ChipLabel.Color, isOpen: Bool) {
    self.code = code
    self.name = name
    self.color = color
    self.isOpen = isOpen
  }
}
