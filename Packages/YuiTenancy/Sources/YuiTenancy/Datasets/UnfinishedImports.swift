internal import YuiOpenData
public import YuiStorage
public import YuiText

/// Imports that were accepted and cut short, as by a crash: whoever comes next stores the rest.
public enum UnfinishedImports {
  /// The task of a server: at its start, every five minutes, and when a person's import takes longer
  /// than they should wait.
  package static func task(of modules: [any Module]) -> ModuleTask {
    ModuleTask("imports", every: 300) { store, clock in
      try finish(in: store, of: modules, clock: clock)
      return false
    }
  }

  /// The name under which a transaction wakes the task.
  package static let taskName = "yui.imports"

  /// Stores what is left of every import of these modules; one that somebody is storing at this
  /// moment is stored by both, part by part, each part once.
  ///
  /// - Returns: the names of the files.
  @discardableResult
  public static func finish(
    in store: Store, of modules: [any Module], clock: Clock
  ) throws -> [String] {
    var finished: [String] = []
    for stored in try store.read({ try ImportStore.unfinished(in: $0) }) {
      guard let dataset = stored.dataset(in: modules) else { continue }
      if try finish(stored.id, dataset, in: store, clock: clock).state == .done {
        finished.append(stored.fileName)
      }
    }
    return finished
  }

  /// Whether a file of a dataset lies between its check and its last row.
  ///
  /// What was found out about its rows holds as long as nobody takes away what is stored.
  public static func exist(
    of dataset: String, at now: Timestamp, in source: some Queryable
  ) throws -> Bool {
    try ImportStore.isUnderWay(dataset, at: now, in: source)
  }

  /// Stores what is left of one import.
  private static func finish(
    _ id: UUIDv7, _ dataset: some BulkDataset, in store: Store, clock: Clock
  ) throws -> StoredImport {
    try BulkImport(dataset).finish(id, in: store, clock: clock)
  }
}

extension StoredImport {
  fileprivate func dataset(in modules: [any Module]) -> (any BulkDataset)? {
    modules.first { $0.identifier == module }?.datasets
      .first { $0.definition.name == dataset } as? any BulkDataset
  }
}
