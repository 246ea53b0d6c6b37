import YuiStorage
import YuiStorageTesting

/// A pool of fresh stores with a table of notes, gone after the test.
final class TestPool: Sendable {
  /// What fails in the store called tenant, if the pool is faulty.
  let faults = Faults()
  private let stores: TestStores

  init(
    _ engine: Engine, isFaulty: Bool = false,
    _ configure: (inout StorePoolOptions) -> Void = { _ in }
  ) throws {
    stores = try TestStores(
      engine,
      opening: { [faults] place in
        isFaulty
          ? FaultyEngine(
            base: place.implementation, location: place.location("tenant"), faults: faults)
          : place.implementation
      }, configure: configure)
  }

  var pool: StorePool { stores.pool }
  var place: StorePlace { stores.place }
  /// A folder for files of the test.
  var folder: String { stores.folder }

  /// A store that is not created yet.
  func unborn(_ name: String = "tenant") -> Store { stores.store(name) }

  /// A store with a table of notes.
  func store(_ name: String = "tenant") throws -> Store {
    try stores.make(name, migrating: [notes])
  }
}

let notes = MigrationSet(
  "notes",
  [
    Migration(
      1, "notes",
      [
        "CREATE TABLE notes (id BIGINT PRIMARY KEY, body TEXT NOT NULL CHECK (body <> 'bad'))"
      ])
  ])
