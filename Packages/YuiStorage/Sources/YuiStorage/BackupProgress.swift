/// How far a backup is.
public struct BackupProgress: Sendable, Hashable {
  /// The parts copied so far, of equal size.
  public let done: Int
  /// All parts.
  public let total: Int

  package init(done: Int, total: Int) {
    (self.done, self.total) = (done, total)
  }
}
