/// What is wrong with a stored log, and where.
public enum LogProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// An entry is missing between others.
  case missingEntry(index: Int64)
  /// An entry's leaf cannot be read.
  case unreadableLeaf(index: Int64)
  /// The readable part is not what was committed to.
  case contentChanged(index: Int64)
  /// A stored hash is not there.
  case missingHash(position: Int64)
  /// A stored hash is not the one that follows from the entries.
  case hashChanged(position: Int64)
  /// The log no longer contains what an earlier check saw.
  case historyChanged(size: Int64)
  /// The log is shorter than an earlier check saw it.
  case truncated(size: Int64, expected: Int64)

  /// The finding in words.
  public var description: String {
    switch self {
    case .missingEntry(let index): "entry \(index) is missing"
    case .unreadableLeaf(let index): "the leaf of entry \(index) cannot be read"
    case .contentChanged(let index): "the text of entry \(index) is not what was recorded"
    case .missingHash(let position): "stored hash \(position) is missing"
    case .hashChanged(let position): "stored hash \(position) does not follow from the entries"
    case .historyChanged(let size): "the first \(size) entries are not the ones seen before"
    case .truncated(let size, let expected):
      "the log has \(size) entries, but had \(expected) before"
    }
  }
}
