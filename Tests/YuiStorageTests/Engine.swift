import Glibc
import Testing
import YuiStorage
import YuiStorageSQLite
import YuiText

/// A storage engine under test: every store test takes one, so that each new engine is one more
/// case here.
enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite = "SQLite"

  var testDescription: String { rawValue }

  var implementation: any StorageEngine {
    switch self {
    case .sqlite: SQLiteEngine()
    }
  }
}

/// A pool of fresh stores in a folder of its own, gone after the test.
final class TestPool: Sendable {
  let folder: String
  let pool: StorePool
  let options: StorePoolOptions
  /// What fails in the store called tenant, if the pool is faulty.
  let faults: Faults

  init(
    _ engine: Engine, isFaulty: Bool = false,
    _ configure: (inout StorePoolOptions) -> Void = { _ in }
  ) throws {
    var template = Array("/tmp/yui-storage-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreError(.io, "mkdtemp failed") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    faults = Faults(of: .file("\(folder)/tenant.sqlite"))
    var options = StorePoolOptions()
    configure(&options)
    self.options = options
    let base = engine.implementation
    pool = StorePool(
      engine: isFaulty ? FaultyEngine(base: base, faults: faults) : base, options: options)
  }

  deinit {
    pool.close()
    for entry in names(in: folder) { unlink("\(folder)/\(entry)") }
    rmdir(folder)
  }

  func location(_ name: String) -> StoreLocation { .file("\(folder)/\(name).sqlite") }

  /// A store that is not created yet.
  func unborn(_ name: String = "tenant") -> Store {
    pool.store(name, at: location(name))
  }

  /// A store with a table of notes.
  func store(_ name: String = "tenant") throws -> Store {
    let store = unborn(name)
    try store.create()
    try store.migrate([notes])
    return store
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

func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}
