import Synchronization

/// Keeps answers within a bound of bytes; what wasn't asked for lately goes first (CLOCK).
final class ResponseCache: Sendable {
  private struct Slot {
    let answer: CachedAnswer
    let hash: UInt64
    var wasUsed = false
  }

  private struct State {
    var index: [UInt64: Int] = [:]
    var slots: [Slot] = []
    var hand = 0
    var memory = 0
  }

  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Bytes in use.
  var memory: Int { state.withLock { $0.memory } }

  /// Returns what is kept under a key, current or not.
  func answer(for key: UnsafeRawBufferPointer) -> CachedAnswer? {
    let hash = Self.hash(key)
    let found = state.withLock { state -> CachedAnswer? in
      guard let slot = state.index[hash] else { return nil }
      state.slots[slot].wasUsed = true
      return state.slots[slot].answer
    }
    guard let found, found.key.elementsEqual(key) else { return nil }
    return found
  }

  /// Keeps an answer in place of an older one; one larger than an eighth of the room isn't kept.
  func insert(_ answer: CachedAnswer) {
    guard answer.memory <= capacity / 8 else { return }
    let hash = answer.key.withUnsafeBytes(Self.hash)
    state.withLock { state in
      if let slot = state.index[hash] { Self.remove(slot, from: &state) }
      while state.memory + answer.memory > capacity, !state.slots.isEmpty {
        Self.evictOne(from: &state)
      }
      state.index[hash] = state.slots.count
      state.slots.append(Slot(answer: answer, hash: hash))
      state.memory += answer.memory
    }
  }

  /// Seeded anew in each process, so that nobody can aim at a slot.
  private static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(bytes: key)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private static func evictOne(from state: inout State) {
    while true {
      if state.hand >= state.slots.count { state.hand = 0 }
      guard state.slots[state.hand].wasUsed else { break }
      state.slots[state.hand].wasUsed = false
      state.hand += 1
    }
    remove(state.hand, from: &state)
  }

  /// Takes a slot out; the last one moves into its place.
  private static func remove(_ slot: Int, from state: inout State) {
    let removed = state.slots[slot]
    state.index[removed.hash] = nil
    state.memory -= removed.answer.memory
    let last = state.slots.removeLast()
    if slot < state.slots.count {
      state.slots[slot] = last
      state.index[last.hash] = slot
    }
  }
}
