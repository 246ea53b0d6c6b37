public import YuiText

/// What has to be said when a case is moved, and who reads it.
public struct CaseReason: Sendable, Hashable {
  /// The most characters of a reason.
  public static let longest = 2000

  /// Who reads a reason.
  public enum Readers: Sendable {
    /// Staff alone.
    case staff
    /// Whoever the case is about, too.
    case applicant
  }

  /// What is asked for: "Why it is refused".
  public let name: LocalizedText
  /// Who reads it.
  public let readers: Readers

  /// Asks for a reason.
  public init(_ name: LocalizedText, for readers: Readers) {
    self.name = name
    self.readers = readers
  }
}
