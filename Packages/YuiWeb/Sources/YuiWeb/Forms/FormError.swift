/// Why a form could not be read: what is wrong, where, and how to mend it.
///
/// No text of the form is repeated but the name of the field.
public struct FormError: Error, Sendable, Hashable {
  /// The kind of an error.
  public struct Code: Sendable, Hashable {
    private enum Kind { case malformed, invalidText, tooLarge, tooMany, storage }
    private let kind: Kind

    /// The body does not follow its format.
    public static let malformed = Code(kind: .malformed)
    /// A text is not valid UTF-8, or holds NUL.
    public static let invalidText = Code(kind: .invalidText)
    /// A field, a header or the whole is larger than allowed.
    public static let tooLarge = Code(kind: .tooLarge)
    /// There are more fields than allowed.
    public static let tooMany = Code(kind: .tooMany)
    /// The server could not keep a file.
    public static let storage = Code(kind: .storage)
  }

  /// The kind of the error.
  public let code: Code
  /// What is wrong.
  public let message: String
  /// Where: the number or the name of a field.
  public let place: String
  /// How to mend it.
  public let remedy: String

  init(_ code: Code, _ message: String, at place: String, remedy: String) {
    self.code = code
    self.message = message
    self.place = place
    self.remedy = remedy
  }
}

extension FormError: CustomStringConvertible {
  /// The error in one line.
  public var description: String { "\(place): \(message). \(remedy)." }
}
