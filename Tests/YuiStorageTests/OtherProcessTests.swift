import Glibc
import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct OtherProcesses {
  @Test(
    "What a killed process was told is saved is there; its last batch is whole or absent",
    arguments: Engine.allCases)
  func killed(engine: Engine) async throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let journal = "\(pool.folder)/answers"
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [place = pool.place as StorePlace, journal = journal as String] in
      let pool = place.anotherPool()
      let store = pool.store("tenant", at: place.location("tenant"))
      let answers = open(journal, O_CREAT | O_WRONLY | O_APPEND, 0o600)
      let answered = Collected<Int>()
      for id in 1...100_000 {
        store.submit(
          { transaction in
            try transaction.execute("INSERT INTO notes (id, body) VALUES (\(id), 'n')")
            try transaction.execute("INSERT INTO notes (id, body) VALUES (\(-id), 'n')")
          },
          then: { result in
            guard case .success = result else { return }
            let line = "\(id)\n"
            _ = write(answers, line, line.utf8.count)
            answered.append(id)
          })
        if id == 500 { _ = eventually { answered.count > 100 } }
        if id == 900 { kill(getpid(), SIGKILL) }
      }
    }
    let answered = try String(decoding: bytes(of: journal), as: UTF8.self)
      .split(separator: "\n").compactMap { Int($0) }
    let present = Set(try store.noteIDs())
    #expect(!answered.isEmpty)
    #expect(Set(answered).isSubset(of: present))
    #expect(present.allSatisfy { present.contains(-$0) })
    try store.checkIntegrity()
    try store.addNote(1_000_000)
  }

  @Test(
    "Another process reads and writes the same store at the same time", arguments: Engine.allCases)
  func together(engine: Engine) async throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let before = store.publicVersion
    let workers = WorkerPool(name: "test", threads: 1, capacity: 1)
    let stop = Gate()
    let failures = Collected<StoreError.Code?>()
    _ = workers.submit {
      var id = 0
      while !stop.isOpened {
        id += 1
        let note = id
        let code = failure { try store.addNote(note) }
        if code != nil { failures.append(code) }
      }
    }
    await #expect(processExitsWith: .success) { [place = pool.place as StorePlace] in
      let pool = place.anotherPool()
      let store = pool.store("tenant", at: place.location("tenant"))
      for id in 1...200 {
        try store.write { transaction in
          try transaction.execute("INSERT INTO notes (id, body) VALUES (\(-id), 'n')")
          transaction.raisePublicVersion()
        }
      }
      pool.close()
    }
    stop.open()
    workers.close()
    #expect(failures.all == [])
    #expect(try store.noteIDs().filter { $0 < 0 }.count == 200)
    #expect(eventually { store.publicVersion.number == before.number + 200 })
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw StoreError(.missing, "no file") }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }
}
