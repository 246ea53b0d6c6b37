import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

@Suite("What was kept for a day") struct TidyTaskTests {
  private static func later(_ seconds: Int64) -> Timestamp {
    TestTenant.now.adding(seconds: seconds)
  }

  @Test(
    "A file that nobody confirmed goes after a day; one that is being stored stays",
    arguments: Engine.allCases)
  func files(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let states = ["staging", "waiting", "running", "done"]
    try tenant.store.write { transaction in
      for state in states {
        try transaction.execute(
          """
          INSERT INTO yui_imports
            (id, module, dataset, file_name, digest, row_count, parts, state, next_part, created,
             updated, unchanged, checked_at)
          VALUES (\(UUIDv7(at: TestTenant.now)), 'pairs', 'pairs', \(state), '', 0, 1, \(state), 0,
            0, 0, 0, \(TestTenant.now))
          """)
      }
      try transaction.execute(
        """
        INSERT INTO yui_import_parts (import, part, content)
        SELECT id, 0, \(Array("声".utf8)) FROM yui_imports
        """)
    }
    func left() throws -> [String] {
      try tenant.store.read { snapshot in
        try snapshot.all(
          """
          SELECT file_name FROM yui_imports JOIN yui_import_parts ON import = id ORDER BY file_name
          """
        ) { try $0.text(0) }
      }
    }
    try tenant.tidy(at: Self.later(86_400))
    #expect(try left() == states.sorted())
    try tenant.tidy(at: Self.later(86_401))
    #expect(try left() == ["running"])
  }

  @Test("An answer to a keyed request goes after a day", arguments: Engine.allCases)
  func answers(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.store.write { transaction in
      for number in 0..<1_001 {
        try transaction.execute(
          """
          INSERT INTO yui_idempotency (scope, key, digest, status, content, at)
          VALUES ('anonymous', \("\(number)"), \([UInt8]()), 201, \([UInt8]()),
            \(Self.later(number == 0 ? 1 : 0)))
          """)
      }
    }
    func left() throws -> Int {
      try tenant.store.read {
        try $0.first("SELECT COUNT(*) FROM yui_idempotency") { try $0.int(0) }
      } ?? 0
    }
    try tenant.tidy(at: Self.later(86_399))
    #expect(try left() == 1_001)
    try tenant.tidy(at: Self.later(86_400))
    #expect(try left() == 1)
  }
}

extension TestTenant {
  fileprivate func tidy(at time: Timestamp) throws {
    while try TidyTask.task.run(store, .fixed(time)) {}
  }
}
