/// Tells why a text has no QR code.
public struct QRCodeError: Error, Hashable, CustomStringConvertible {
  /// What was wrong.
  public enum Code: Sendable, Hashable {
    /// There was no text.
    case empty
    /// The text is longer than ``QRCode/longestText``.
    case tooLong
    /// The system had no memory for it.
    case outOfMemory
  }

  /// What was wrong.
  public let code: Code

  init(_ code: Code) {
    self.code = code
  }

  /// What to do about it.
  public var description: String {
    switch code {
    case .empty: "a QR code needs a text"
    case .tooLong: "a QR code holds at most \(QRCode.longestText) bytes; shorten the text"
    case .outOfMemory: "there is no memory for a QR code"
    }
  }
}
