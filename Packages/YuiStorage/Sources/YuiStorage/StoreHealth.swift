public import YuiText

/// Whether a store takes writes.
public enum StoreHealth: Sendable, Hashable {
  /// Reads and writes work.
  case ready
  /// The disk failed or is full: reads go on, writes are refused until it works again.
  case readOnly(reason: StoreError, since: Timestamp)
}

/// Something an operator should know about a store; its description is a line for the log.
public enum StoreEvent: Sendable {
  /// The store takes no writes from now on; nobody was told that the last ones were saved.
  case turnedReadOnly(store: String, reason: StoreError)
  /// An attempt to write again failed.
  case stillReadOnly(store: String, reason: StoreError)
  /// The store was checked and takes writes again.
  case recovered(store: String)
}

extension StoreEvent: CustomStringConvertible {
  /// A line for the log.
  public var description: String {
    switch self {
    case .turnedReadOnly(let store, let reason):
      "STORE \(store) IS READ-ONLY: \(reason); nothing of the failed writes was confirmed"
    case .stillReadOnly(let store, let reason):
      "STORE \(store) IS STILL READ-ONLY: \(reason)"
    case .recovered(let store):
      "store \(store) takes writes again; its integrity was checked"
    }
  }
}
