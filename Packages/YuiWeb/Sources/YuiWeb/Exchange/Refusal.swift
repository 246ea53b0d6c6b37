/// An answer that is thrown: whatever the write did is rolled back and this is sent.
///
/// For forms that are shown again with their errors, where an ``HTTPProblem`` would be too bare.
public struct Refusal: Error {
  /// What is sent.
  public let response: Response

  /// Wraps an answer.
  public init(_ response: Response) {
    self.response = response
  }
}
