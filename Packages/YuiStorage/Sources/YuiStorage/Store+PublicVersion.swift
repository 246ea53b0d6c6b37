import Synchronization

/// The public version as this process knows it.
struct KnownVersion {
  var version: PublicVersion?
  /// When it was last looked up, in monotonic time.
  var lookedUp: Int64 = 0
  /// Whether somebody is looking it up.
  var isBeingLookedUp = false

  /// Whether other processes may have raised it since it was last looked up.
  ///
  /// While one lookup takes long, as when a server doesn't answer, few others wait with it.
  func isDue(at now: Int64) -> Bool {
    version == nil || now - lookedUp > MonotonicTime.milliseconds(isBeingLookedUp ? 1_000 : 80)
  }

  /// Takes a version that was read or written; one that came late does not undo a later one.
  mutating func learn(_ new: PublicVersion) {
    if let version, version.epoch == new.epoch, version.number > new.number { return }
    version = new
  }
}

extension Store {
  /// The state of what is public as far as it is known without waiting; `nil` when it is time to
  /// look it up with ``publicVersion``, which takes a while where the store is remote.
  public var publicVersionWithoutWaiting: PublicVersion? {
    guard isRemote else { return publicVersion }
    let now = MonotonicTime.now()
    return knownVersion.withLock { $0.isDue(at: now) ? nil : $0.version }
  }

  /// The state of what is public; costs nanoseconds, but for a lookup now and then.
  ///
  /// The process's own commits show at once. Those of other processes show within a tenth of a
  /// second: whoever asks after that time looks it up, while others go on with what is known. It is
  /// all zeros while the database could not be read even once.
  public var publicVersion: PublicVersion {
    let now = MonotonicTime.now()
    let (known, isDue) = knownVersion.withLock { state in
      let isDue = state.isDue(at: now)
      if isDue { (state.lookedUp, state.isBeingLookedUp) = (now, true) }
      return (state.version, isDue)
    }
    if !isDue, let known { return known }
    let stored = try? withReader(StoreTable.version)
    return knownVersion.withLock { state in
      state.isBeingLookedUp = false
      // A store that cannot be read keeps the version that it had.
      if let stored { state.learn(stored) }
      return state.version ?? PublicVersion(epoch: 0, number: 0)
    }
  }

  /// Begins a new epoch of ``publicVersion``, after the database was restored or moved.
  public func beginEpoch() throws {
    let epoch = Int64.random(in: .min ... .max)
    let version = try write { try StoreTable.beginEpoch($0.connection, epoch: epoch) }
    if let version { knownVersion.withLock { $0.version = version } }
  }
}
