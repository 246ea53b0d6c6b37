/// Something staff, a program, a task or a command changed, as the audit log tells it.
public struct AuditEvent: Sendable, Hashable {
  /// What was done, as `module.thing.verb`: `reviews.service.closed`.
  public let action: String
  /// What it was done to, by its name or id; empty where the action says it all.
  public let subject: String
  /// What else a later reader needs: old and new values, counts, a file's digest.
  public let details: [String: String]

  /// Describes a change.
  public init(_ action: String, subject: String = "", details: [String: String] = [:]) {
    self.action = action
    self.subject = subject
    self.details = details
  }
}

/// Who did something that is recorded.
public struct AuditActor: Sendable, Hashable {
  /// What kind of actor it is.
  public enum Kind: String, Sendable, Codable { case account, token, command, task }

  /// What kind of actor it is.
  public let kind: Kind
  /// The account's address, the token's name, the command or the task.
  public let name: String
  /// The account's or token's id; empty for commands and tasks.
  public let id: String

  /// Names an actor.
  public init(_ kind: Kind, name: String, id: String = "") {
    self.kind = kind
    self.name = name
    self.id = id
  }
}
