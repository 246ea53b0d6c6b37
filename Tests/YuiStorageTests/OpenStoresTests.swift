import Glibc
import Testing
import YuiStorage
import YuiStorageTesting

@Suite(.serialized) struct OpenStores {
  @Test("Of many stores only the last used are open", arguments: Engine.allCases)
  func limit(engine: Engine) throws {
    let pool = try TestPool(engine) { $0.maximumOpenStores = 5 }
    let stores = try (0..<40).map { try pool.store("s\($0)") }
    for store in stores {
      try store.addNote(1)
      #expect(try store.noteIDs() == [1])
    }
    #expect(pool.pool.stats.known == 40)
    #expect(pool.pool.stats.open == 5)
    // One whose writer is still tidying up is passed over, and another is closed in its place.
    let last = (25..<40).map { "s\($0)" }
    #expect(
      try eventually {
        let open = try pool.openNames()
        return open.count == 5 && open.contains("s39") && open.isSubset(of: last)
      })
    // Those that were closed open again.
    for store in stores { try store.addNote(2) }
    for store in stores { #expect(try store.noteIDs() == [1, 2]) }
    #expect(pool.pool.stats.open == 5)
    pool.pool.close()
    #expect(try eventually { try pool.openNames().isEmpty })
  }

  @Test("A store in use is not closed", arguments: Engine.allCases)
  func inUse(engine: Engine) throws {
    let pool = try TestPool(engine) { $0.maximumOpenStores = 2 }
    let stores = try (0..<6).map { try pool.store("s\($0)") }
    try stores[0].addNote(1)
    try stores[0].read { snapshot in
      let count: SQL = "SELECT COUNT(*) FROM notes"
      #expect(try snapshot.first(count) { try $0.int(0) } == 1)
      for store in stores.dropFirst() { try store.addNote(1) }
      #expect(try pool.openNames().contains("s0"))
      #expect(try snapshot.first(count) { try $0.int(0) } == 1)
    }
  }

  @Test("A store that is removed is closed, and its database stays", arguments: Engine.allCases)
  func removal(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.addNote(1)
    pool.pool.remove(store)
    #expect(try eventually { try pool.openNames().isEmpty })
    #expect(failure { try store.addNote(2) } == .closed)
    let again = pool.unborn()
    #expect(again !== store)
    #expect(try again.noteIDs() == [1])
  }
}

extension TestPool {
  /// The stores that this process has open, told by who opened them.
  fileprivate func openNames() throws -> Set<String> {
    switch place {
    case .files(let folder): openFiles(in: folder)
    case .schemas(_, let prefix, _): try openSchemas(prefix)
    }
  }

  private func openFiles(in folder: String) -> Set<String> {
    var found: Set<String> = []
    for descriptor in names(in: "/proc/self/fd") {
      var buffer = [CChar](repeating: 0, count: 4_096)
      let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
      let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
      let path = String(decoding: bytes, as: UTF8.self)
      guard path.hasPrefix(folder + "/") else { continue }
      let file = path.dropFirst(folder.count + 1)
      found.insert(String(file.prefix { $0 != "." }))
    }
    return found
  }

  /// Asks the server whose connections it has, by a store of another place.
  private func openSchemas(_ prefix: String) throws -> Set<String> {
    let watch = try TestStores(.postgresql)
    let roles = try watch.make().read { snapshot in
      try snapshot.all("SELECT CAST(usename AS TEXT) FROM pg_stat_activity") {
        try $0.textOrNil(0) ?? ""
      }
    }
    return Set(
      roles.compactMap { role in
        role.firstRange(of: "\(prefix)_").map { String(role[$0.upperBound...]) }
      })
  }
}
