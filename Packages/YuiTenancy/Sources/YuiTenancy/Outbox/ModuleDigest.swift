public import YuiStorage
public import YuiText
public import YuiWeb

/// What a module tells from time to time: by mail to staff who want it, and to webhooks.
public struct ModuleDigest: Sendable {
  /// The name, unique in the module; webhooks hear `{module}.{name}.daily` and `….weekly`.
  public let name: String
  /// What it is about, for people.
  public let title: LocalizedText
  /// Who may read it.
  public let permission: Permission
  /// Tells what there is to tell of a span of time; nil for nothing.
  public let compose: @Sendable (Range<Timestamp>, Snapshot) throws -> DigestContent?

  /// Declares a digest.
  public init(
    _ name: String, title: LocalizedText, permission: Permission,
    compose: @escaping @Sendable (Range<Timestamp>, Snapshot) throws -> DigestContent?
  ) {
    self.name = name
    self.title = title
    self.permission = permission
    self.compose = compose
  }
}

/// What a digest tells; mail is read by others on its way, so that it holds no text of residents.
public struct DigestContent: Sendable {
  /// A line of a letter, with the page that tells more.
  public struct Line: Sendable {
    /// What it says.
    public let text: LocalizedText
    /// The path of the page; nil for none.
    public let path: String?

    /// Writes a line.
    public init(_ text: LocalizedText, path: String? = nil) {
      self.text = text
      self.path = path
    }
  }

  /// What it is about.
  public let subject: LocalizedText
  /// The letter.
  public let lines: [Line]
  /// The same for programs.
  public let data: JSONValue

  /// Puts a digest together.
  public init(subject: LocalizedText, lines: [Line], data: JSONValue) {
    self.subject = subject
    self.lines = lines
    self.data = data
  }
}
