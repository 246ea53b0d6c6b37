public import YuiText

/// Why something cannot be done with a case.
public struct CaseError: Error, Sendable, Hashable {
  /// What can be wrong.
  public enum Code: Sendable {
    /// There is no case of this number.
    case notFound
    /// The table of moves does not hold it.
    case moveNotAllowed
    /// It was merged into another case, which goes on in its place.
    case isMerged
    /// A case cannot be merged into this one.
    case badTarget
    /// There are as many tags as there may be.
    case tooManyTags
    /// The move needs a reason, of at most ``CaseReason/longest`` characters.
    case reasonNeeded
    /// There is no draft that could be released.
    case nothingToRelease
  }

  /// What is wrong.
  public let code: Code
  /// What is wrong, for people.
  public let message: LocalizedText

  init(_ code: Code, ja: String, en: String) {
    self.code = code
    message = LocalizedText(ja: ja, en: en)
  }
}
