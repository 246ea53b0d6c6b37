public import YuiText
public import YuiWeb

/// A row of the table of allowed moves: from some states into one.
public struct CaseMove: Sendable, Hashable {
  /// The states it leads from.
  public let from: Set<String>
  /// The state it leads to; no two moves lead to the same.
  public let to: String
  /// What the button says: a verb.
  public let name: LocalizedText
  /// The key that does it in the inbox: a lower-case letter.
  public let key: Character?
  /// What is needed beyond ``CaseDefinition/workPermission``.
  public let permission: Permission?

  /// Allows a move.
  public init(
    to: String, from: Set<String>, name: LocalizedText, key: Character? = nil,
    permission: Permission? = nil
  ) {
    self.from = from
    self.to = to
    self.name = name
    self.key = key
    self.permission = permission
  }
}
