import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct TextOrder {
  /// By code point, each different from every other.
  static let texts = [
    "", " ", "0", "A", "Z", "_", "a", "a ", "aB", "ab", "a\u{301}", "z", "~", "ß", "é", "‐", "、",
    "あ",
    "あい", "ア", "㈱", "保", "保育", "結", "Ａ", "ﾎ", "\u{FFFD}", "👍", "👍🏽", "𠮷",
  ]

  private func filled(_ stores: TestStores) throws -> Store {
    let store = try stores.make(
      migrating: [
        MigrationSet(
          "texts",
          [Migration(1, "texts", ["CREATE TABLE texts (body TEXT PRIMARY KEY, n BIGINT NOT NULL)"])]
        )
      ])
    try store.write { transaction in
      for (n, text) in Self.texts.enumerated().reversed() {
        try transaction.execute("INSERT INTO texts (body, n) VALUES (\(text), \(n))")
      }
    }
    return store
  }

  @Test("The table of cases is in the order of code points")
  func cases() {
    let scalars = Self.texts.map { $0.unicodeScalars.map(\.value) }
    #expect(zip(scalars, scalars.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test("Texts come in the order of their code points", arguments: Engine.allCases)
  func order(engine: Engine) throws {
    let stores = try TestStores(engine)
    let store = try filled(stores)
    func numbers(_ query: SQL) throws -> [Int] {
      try store.read { try $0.all(query) { try $0.int(0) } }
    }
    let all = Array(Self.texts.indices)
    #expect(try numbers("SELECT n FROM texts ORDER BY body") == all)
    #expect(try numbers("SELECT n FROM texts ORDER BY body DESC") == all.reversed())
    #expect(try numbers("SELECT n FROM texts GROUP BY n ORDER BY MAX(body)") == all)
  }

  @Test("A text equals itself alone, and lies between its neighbours", arguments: Engine.allCases)
  func comparison(engine: Engine) throws {
    let stores = try TestStores(engine)
    let store = try filled(stores)
    try store.read { snapshot in
      for (n, text) in Self.texts.enumerated() {
        let counts = try snapshot.first(
          """
          SELECT COUNT(*) FILTER (WHERE body = \(text)), COUNT(*) FILTER (WHERE body < \(text)),
            COUNT(*) FILTER (WHERE body >= \(text))
          FROM texts
          """
        ) { try [$0.int(0), $0.int(1), $0.int(2)] }
        #expect(counts == [1, n, Self.texts.count - n], "\(text)")
      }
    }
  }

  @Test("What begins alike is found between two texts", arguments: Engine.allCases)
  func beginning(engine: Engine) throws {
    let stores = try TestStores(engine)
    let store = try filled(stores)
    let found = try store.read { snapshot in
      try snapshot.texts("SELECT body FROM texts WHERE body >= 'a' AND body < 'b' ORDER BY body")
    }
    #expect(found == Self.texts.filter { $0.utf8.first == UInt8(ascii: "a") })
  }
}
