import Testing
import YuiStorage
import YuiStorageTesting
import YuiText

@Suite struct Values {
  static let values: [SQLValue] = [
    .null, .integer(0), .integer(-1), .integer(.max), .integer(.min), .integer(1 << 53 + 1),
    .real(0.1), .real(-0.0), .real(.greatestFiniteMagnitude), .real(.leastNonzeroMagnitude),
    .real(.infinity), .text(""), .text("保育園 👩‍👩‍👧 ﾎｲｸｴﾝ"),
    .text("e\u{301}"), .text(String(repeating: "結", count: 100_000)), .text("'; DROP TABLE x; --"),
    .blob([]), .blob([0]), .blob(Array(0...255)), .blob([UInt8](repeating: 7, count: 1 << 20)),
  ]

  @Test("A value comes back as it went in", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    try store.create()
    try store.write { transaction in
      try transaction.execute(
        "CREATE TABLE t (n BIGINT PRIMARY KEY, i BIGINT, d DOUBLE PRECISION, s TEXT, b BYTEA)")
      for (n, value) in Self.values.enumerated() {
        let column: SQL =
          switch value {
          case .null, .integer: "i"
          case .real: "d"
          case .text: "s"
          case .blob: "b"
          }
        try transaction.execute("INSERT INTO t (n, \(column)) VALUES (\(n), \(value))")
      }
    }
    let stored = try store.read { snapshot in
      try snapshot.all("SELECT i, d, s, b FROM t ORDER BY n") { row in
        try (0..<4).map { try row.value($0) }.first { $0 != .null } ?? .null
      }
    }
    #expect(stored == Self.values)
    // The bytes themselves, since Swift compares texts by meaning.
    for (stored, value) in zip(stored, Self.values) {
      if case .text(let text) = value, case .text(let other) = stored {
        #expect(Array(text.utf8) == Array(other.utf8))
      }
    }
  }

  @Test("A text with a NUL character is refused", arguments: Engine.allCases)
  func nul(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    for text in ["\0", "a\0b"] {
      #expect(failure { try store.addNote(1, text) } == .checkConstraint)
      #expect(
        failure {
          try store.read { try $0.forEach("SELECT id FROM notes WHERE body = \(text)") { _ in } }
        } == .checkConstraint)
    }
    #expect(try store.noteIDs() == [])
  }

  enum Kind: String, SQLBindable { case counter, procedure }

  @Test("Types of the domain come back as they went in", arguments: Engine.allCases)
  func domainTypes(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    try store.create()
    let time = Timestamp(milliseconds: 1_782_864_000_123)
    let date = try #require(CalendarDate(iso: "2026-07-01"))
    let month = try #require(YearMonth(iso: "2026-04"))
    let id = UUIDv7(at: time)
    let nothing: String? = nil
    try store.read { snapshot in
      _ = try snapshot.first(
        """
        SELECT \(time), \(date), \(month), \(id), \(true), \(false), \(Kind.counter), \(nothing),
          \(Optional(4)), \(2.5)
        """
      ) { row throws in
        #expect(try row.timestamp(0) == time)
        #expect(try row.date(1) == date)
        #expect(try row.month(2) == month)
        #expect(try row.uuid(3) == id)
        #expect(try row.bool(4))
        #expect(try !row.bool(5))
        #expect(try row.value(6, as: Kind.self) == .counter)
        #expect(try row.textOrNil(7) == nil)
        #expect(try row.uuidOrNil(7) == nil)
        #expect(try row.intOrNil(8) == 4)
        #expect(try row.double(8) == 4)
        #expect(try row.double(9) == 2.5)
      }
    }
  }

  @Test(
    "A value of another type is refused, and its content kept out of the message",
    arguments: Engine.allCases)
  func wrongType(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let reads: [(Row) throws -> Void] = [
      { _ = try $0.int(0) }, { _ = try $0.text(1) }, { _ = try $0.uuid(0) },
      { _ = try $0.bool(1) }, { _ = try $0.int(2) }, { _ = try $0.date(0) },
      { _ = try $0.blob(0) }, { _ = try $0.value(0, as: Kind.self) },
    ]
    try store.read { snapshot in
      try snapshot.forEach("SELECT \("secret"), \(7), \(SQLValue.null)") { row in
        for read in reads {
          let error = #expect(throws: StoreError.self) { try read(row) }
          #expect(error?.code == .wrongType)
          #expect(error.map { "\($0)".contains("secret") } == false)
        }
        #expect(throws: StoreError.self) { try row.value(3) }
      }
    }
  }

  @Test("Pieces of SQL go into one another with their values", arguments: Engine.allCases)
  func composition(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    for id in 1...6 { try store.addNote(id) }
    let conditions: [SQL] = ["id > \(2)", "id < \(6)", "id <> \(4)"]
    let order: SQL = "ORDER BY id" + " DESC"
    let ids = try store.read { snapshot in
      try snapshot.all(
        "SELECT id FROM notes WHERE \(SQL.joined(conditions, separator: " AND ")) \(order)"
      ) { try $0.int(0) }
    }
    #expect(ids == [5, 3])
    #expect(SQL.joined(conditions, separator: " AND ").shape == "id > ? AND id < ? AND id <> ?")
  }
}
