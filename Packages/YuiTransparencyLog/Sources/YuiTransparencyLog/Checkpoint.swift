/// The state of a log at one moment, as it is signed: its origin, its size and its root.
///
/// Format: C2SP tlog-checkpoint, the text of a ``SignedNote``.
public struct Checkpoint: Sendable, Hashable {
  /// What names the log for ever.
  public let origin: String
  /// How many leaves it has.
  public let size: Int64
  /// The root hash over them.
  public let root: Digest

  /// Describes a state.
  public init(origin: String, size: Int64, root: Digest) {
    (self.origin, self.size, self.root) = (origin, size, root)
  }

  /// Reads the text of a checkpoint, lines of extensions after it allowed; returns `nil` for
  /// anything else.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // The text ends with a line break, so the last line is empty.
    guard lines.count >= 4, NoteKey.isName(lines[0]), lines.last == "",
      !lines.dropLast().contains(""),
      let size = Int64(lines[1]), size >= 0, "\(size)" == lines[1],
      let root = Digest(base64: String(lines[2]))
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: root)
  }

  /// The three lines that are signed.
  public var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }
}
