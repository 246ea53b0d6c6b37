public import YuiStorage
public import YuiText

/// What a member of staff wrote about a case for colleagues; nobody else ever reads it.
public struct CaseNote: Sendable, Hashable {
  /// The most characters of a note.
  public static let longest = 2000

  /// Names the note; sorts by time.
  public let id: UUIDv7
  /// Who wrote it.
  public let author: String
  /// What it says.
  public let text: String
  /// When it was written.
  public let writtenAt: Timestamp
}

/// The public answer to a case: a draft until a person releases it.
public struct CaseReply: Sendable, Hashable {
  /// The most characters of a reply.
  public static let longest = 2000

  /// What is being written; nil where nothing waits for release.
  public let draft: String?
  /// Who wrote the draft.
  public let author: String
  /// What the public reads; nil before the first release.
  public let text: String?
  /// Who released it.
  public let releasedBy: String?
  /// When it was released.
  public let releasedAt: Timestamp?
}

/// Words that staff give to cases.
public enum CaseTag {
  /// The most tags of one case.
  public static let most = 10
  /// The most characters of a tag.
  public static let longest = 30

  /// The tag in the form it is kept; nil for a text that is none.
  public static func checked(_ text: String) -> String? {
    let tag = text.trimmingWhitespace
    let isPlain =
      tag.isLine(of: 4 * longest)
      && !tag.unicodeScalars.contains { ",、;".unicodeScalars.contains($0) }
    return isPlain && (1...longest).contains(tag.count) && tag.utf8.count <= 4 * longest ? tag : nil
  }
}
