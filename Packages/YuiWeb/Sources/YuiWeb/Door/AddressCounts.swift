import Synchronization

/// Counts the open connections of each subscriber, in memory and while they are open.
final class AddressCounts: Sendable {
  private let counts = Mutex<[PeerAddress: Int]>([:])

  func count(of address: PeerAddress) -> Int {
    counts.withLock { $0[address.subscriber, default: 0] }
  }

  func add(_ address: PeerAddress) {
    counts.withLock { $0[address.subscriber, default: 0] += 1 }
  }

  func remove(_ address: PeerAddress) {
    counts.withLock { counts in
      guard let count = counts[address.subscriber] else { return }
      counts[address.subscriber] = count > 1 ? count - 1 : nil
    }
  }
}
