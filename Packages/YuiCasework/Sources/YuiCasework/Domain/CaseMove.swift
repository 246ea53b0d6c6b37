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
  /// What is asked before it is done by one key or one click; nil for what is easily undone.
  public let question: LocalizedText?

  /// What has to be said with it; nil where nothing has.
  public let reason: CaseReason?
  /// The page on which the move is prepared, below that of the case: `permit`; nil for a button.
  ///
  /// The module makes the page, and moves the case itself.
  public let page: String?

  /// Allows a move.
  public init(
    to: String, from: Set<String>, name: LocalizedText, key: Character? = nil,
    permission: Permission? = nil, question: LocalizedText? = nil, reason: CaseReason? = nil,
    page: String? = nil
  ) {
    precondition(
      key == nil || reason == nil && page == nil, "a key cannot do what needs words")
    self.from = from
    self.to = to
    self.name = name
    self.key = key
    self.permission = permission
    self.question = question
    self.reason = reason
    self.page = page
  }

  /// Whether one button does it.
  var isPlain: Bool { reason == nil && page == nil }
}
