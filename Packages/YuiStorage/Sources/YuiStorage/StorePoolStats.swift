/// What a pool is doing: the source of its metrics.
public struct StorePoolStats: Sendable, Hashable {
  /// How many stores it knows.
  public internal(set) var known = 0
  /// How many of them have connections open.
  public internal(set) var open = 0
  /// How many writes wait, in all stores.
  public internal(set) var queued = 0
  /// How many writes wait in the store where most do.
  public internal(set) var deepestQueue = 0
  /// How many batches were committed or found to hold nothing to commit.
  public internal(set) var batches = 0
  /// How many writes these batches held, failed ones included.
  public internal(set) var writes = 0
  /// The names of the stores that take no writes at present, sorted.
  public internal(set) var readOnly: [String] = []

  package init() {}

  init(known: Int, open: Int) {
    (self.known, self.open) = (known, open)
  }

  /// What two pools are doing together.
  package static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.known += right.known
    sum.open += right.open
    sum.queued += right.queued
    sum.deepestQueue = max(left.deepestQueue, right.deepestQueue)
    sum.batches += right.batches
    sum.writes += right.writes
    sum.readOnly = (left.readOnly + right.readOnly).sorted()
    return sum
  }
}
