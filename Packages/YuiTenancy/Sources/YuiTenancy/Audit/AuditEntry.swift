public import YuiText

/// One entry of the audit log as people read it.
public struct AuditEntry: Sendable {
  /// Its place in the log, from 0.
  public let index: Int64
  /// When it was recorded.
  public let at: Timestamp
  /// Who and what; nil after the readable part was erased, which the log survives.
  public let content: AuditContent?
}

/// The readable part of an entry, which stands beside the log and can be erased.
public struct AuditContent: Sendable, Hashable, Codable {
  /// Who did it.
  public let actor: AuditActor
  /// What was done.
  public let event: AuditEvent

  private enum CodingKeys: String, CodingKey { case kind, name, id, action, subject, details }

  init(actor: AuditActor, event: AuditEvent) {
    self.actor = actor
    self.event = event
  }

  /// Reads the stored form.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    actor = AuditActor(
      try values.decode(AuditActor.Kind.self, forKey: .kind),
      name: try values.decode(String.self, forKey: .name),
      id: try values.decode(String.self, forKey: .id))
    event = AuditEvent(
      try values.decode(String.self, forKey: .action),
      subject: try values.decode(String.self, forKey: .subject),
      details: try values.decode([String: String].self, forKey: .details))
  }

  /// Writes the stored form: one flat object.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(actor.kind, forKey: .kind)
    try values.encode(actor.name, forKey: .name)
    try values.encode(actor.id, forKey: .id)
    try values.encode(event.action, forKey: .action)
    try values.encode(event.subject, forKey: .subject)
    try values.encode(event.details, forKey: .details)
  }
}
