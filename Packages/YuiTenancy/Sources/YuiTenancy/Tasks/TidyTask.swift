import YuiStorage
import YuiText
import YuiWeb

/// Removes what was kept for a day and may hold what somebody wrote: files that nobody confirmed,
/// and answers to requests that might have been sent again.
package enum TidyTask {
  /// The name under which a server runs it.
  package static let name = "yui.tidy"

  /// The task of a server, once an hour.
  package static let task = ModuleTask("tidy", every: 3600) { store, clock in
    let now = clock.now()
    for id in try store.read({ try ImportStore.outdated(at: now, replacedBy: nil, in: $0) }) {
      try ImportStage.remove(id, in: store)
    }
    return try store.write { try IdempotencyStore.forgetSome(at: now, in: $0) }
  }
}
