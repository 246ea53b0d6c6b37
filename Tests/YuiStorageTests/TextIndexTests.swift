import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct TextIndexing {
  static let index = TextIndex("texts_search")

  static let texts = [
    /* 0 */ "保育園の窓口はどこですか", "保険と教育について", "ﾎｲｸｴﾝ に入りたい", "ほいくえんが近い",
    /* 4 */ "<b>太字</b> & \"引用\" 'です'", "とても良い👍🏽です", "ＡＢＣ１２３ straße", "窓口 保育",
    /* 8 */ "a_b", "100%_OR NEAR(\"x\" AND *", "e\u{301}cole café", "ｶﾞｷﾞｸﾞ がぎぐ", "",
    /* 13 */ String(repeating: "長い文章", count: 500) + "終わり", "abxbc",
    /* 15 */ "NULL {甲,乙} C:\\丙", "行\n改行\tタブ",
  ]

  /// Words, and which of the texts hold them; in the index alone 1 holds 保育's characters, and 14
  /// holds all pairs of abc.
  static let cases: [(words: String, found: [Int])] = [
    ("保育", [0, 7]), ("保", [0, 1, 7]), ("育", [0, 1, 7]), ("育保", []), ("無", []),
    ("ホイクエン", [2, 3]), ("ほいくえん", [2, 3]), ("ﾎｲｸ", [2, 3]), ("え", [2, 3]), ("か", [0]),
    ("窓口 保育", [0, 7]), ("窓口　は", [0]), ("窓口保育", []), ("は", [0]),
    ("<b>", [4]), ("<", [4]), ("\"", [4, 9]), ("'です'", [4]), ("&", [4]),
    ("b", [4, 6, 8, 14]), ("👍", [5]), ("👍🏽", [5]), ("👎", []),
    ("abc", [6]), ("ABC123", [6]), ("ｂｃ１", [6]), ("STRASSE", [6]), ("a_b", [8]),
    ("%", [9]), ("100%_or", [9]), ("NEAR(\"x\"", [9]), ("*", [9]), ("OR", [9]),
    ("école", [10]), ("cafe\u{301}", [10]), ("cafe", []), ("ガギグ", [11]), ("ｶﾞ", [3, 11]),
    ("終わり", [13]), ("章長い文", [13]), ("長い文章終", [13]), ("文章い", []),
    (String(repeating: "長い文章", count: 10), [13]),
    (String(repeating: "長い文章", count: 10) + "無", []),
    ("null", [15]), ("{", [15]), ("{甲,乙}", [15]), ("\\丙", [15]), ("\\", [15]),
    ("行", [16]), ("改行", [16]), ("行\n改行", [16]), ("行改", []), ("たぶ", [16]),
    ("", Array(texts.indices)), (" 　", Array(texts.indices)),
  ]

  private func filled(_ pool: TestPool) throws -> Store {
    let store = pool.unborn()
    try store.create()
    try store.migrate([
      MigrationSet(
        "texts",
        [
          Migration(1, "texts", ["CREATE TABLE texts (id TEXT PRIMARY KEY, body TEXT)"]),
          Migration(2, "search") { try Self.index.create(in: $0) },
        ])
    ])
    try store.write { transaction in
      for (number, text) in Self.texts.enumerated() {
        try transaction.execute("INSERT INTO texts (id, body) VALUES (\(id(number)), \(text))")
        try Self.index.enqueue(id(number), in: transaction)
      }
    }
    return store
  }

  private func follow(_ store: Store, limit: Int = 200) throws -> Int {
    try Self.index.follow(in: store, limit: limit) { id, snapshot in
      try snapshot.first("SELECT body FROM texts WHERE id = \(id)") { try $0.text(0) }
    }
  }

  private func find(_ words: String, in store: Store) throws -> [Int] {
    try store.read { snapshot in
      try snapshot.all(
        "SELECT id FROM texts WHERE \(Self.index.match(words, id: "texts.id")) ORDER BY id"
      ) { Int(try $0.text(0).dropFirst()) ?? -1 }
    }
  }

  @Test("A word is found where it stands, and nowhere else", arguments: Engine.allCases)
  func found(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try filled(pool)
    #expect(try follow(store) == Self.texts.count)
    for (words, found) in Self.cases {
      #expect(try find(words, in: store) == found, "\(words.debugDescription)")
    }
  }

  @Test("The index follows behind in slices, and says how far it is", arguments: Engine.allCases)
  func lag(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try filled(pool)
    #expect(try find("保育", in: store) == [])
    var lags: [Int] = []
    while try follow(store, limit: 4) > 0 {
      lags.append(try store.read { try Self.index.lag($0) })
    }
    #expect(lags == [13, 9, 5, 1, 0])
    #expect(try find("保育", in: store) == [0, 7])
  }

  @Test("A changed text is not found by what it was", arguments: Engine.allCases)
  func changed(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try filled(pool)
    _ = try follow(store)
    try store.write { transaction in
      try transaction.execute("UPDATE texts SET body = '市役所' WHERE id = \(id(0))")
      try Self.index.enqueue(id(0), in: transaction)
    }
    #expect(try find("保育", in: store) == [7])
    #expect(try follow(store) == 1)
    #expect(try find("保育", in: store) == [7])
    #expect(try find("市役", in: store) == [0])
  }

  @Test("A text that is gone is forgotten, at once where that is asked", arguments: Engine.allCases)
  func gone(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try filled(pool)
    _ = try follow(store)
    try store.write { transaction in
      try transaction.execute("DELETE FROM texts WHERE id = \(id(0))")
      try Self.index.enqueue(id(0), in: transaction)
      try Self.index.remove(id(7), in: transaction)
    }
    #expect(try find("保育", in: store) == [])
    #expect(try follow(store) == 1)
    #expect(try follow(store) == 0)
    #expect(try find("保育", in: store) == [])
    try store.write { try Self.index.enqueue(id(7), in: $0) }
    _ = try follow(store)
    #expect(try find("保育", in: store) == [7])
    try store.checkIntegrity()
  }

  @Test(
    "A text that changes while it is being indexed is indexed again", arguments: Engine.allCases)
  func changedMeanwhile(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try filled(pool)
    let done = try Self.index.follow(in: store) { row, snapshot in
      if row == id(0) {
        try store.write { transaction in
          try transaction.execute("UPDATE texts SET body = '市役所' WHERE id = \(row)")
          try Self.index.enqueue(row, in: transaction)
        }
      }
      return try snapshot.first("SELECT body FROM texts WHERE id = \(row)") { try $0.text(0) }
    }
    #expect(done == Self.texts.count)
    #expect(try store.read { try Self.index.lag($0) } == 1)
    #expect(try find("保育", in: store) == [7])
    _ = try follow(store)
    #expect(try find("市役所", in: store) == [0])
  }

  @Test("A condition goes with others and with pages", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try filled(pool)
    _ = try follow(store)
    var pages: [[String]] = []
    var after = ""
    while true {
      let condition = Self.index.match("b", id: "t.id")
      let page = try store.read { snapshot in
        try snapshot.all(
          """
          SELECT t.id FROM texts AS t WHERE t.id > \(after) AND \(condition) AND t.id <> \(id(6))
          ORDER BY t.id LIMIT 2
          """
        ) { try $0.text(0) }
      }
      guard let last = page.last else { break }
      pages.append(page)
      after = last
    }
    #expect(pages == [[id(4), id(8)], [id(14)]])
  }
}

/// An id that sorts as its number does.
private func id(_ number: Int) -> String {
  number < 10 ? "t0\(number)" : "t\(number)"
}
