/// A leaf or size that the log does not have.
public struct LogRangeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was asked and does not exist.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
