@testable import ReviewWidget
import Testing
import YuiStatistics
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

/// What the version before question sets had stored.
@Suite struct FigureMigrationTests {
  private static let rows: [SQL] = [
    """
    INSERT INTO reviews_services (slug, kind, name_ja, name_en, department, channels, status, url)
    VALUES ('a', 'counter', '窓口', '', '', 'web counter kiosk letter phone', 'open', ''),
      ('b', 'counter', '別', '', '', 'web', 'open', '')
    """,
    """
    INSERT INTO reviews_tallies (service, month, score, responses)
    VALUES ('a', '2026-01', 3, 40), ('a', '2026-02', 3, 3), ('a', '2026-03', 3, 25),
      ('b', '', 5, 8)
    """,
    """
    INSERT INTO reviews_responses
      (id, service, score, reasons, comment, channel, place, language, received_at, dated)
    VALUES ('0190163d-8694-739b-aea5-966c26f8ad91', 'a', 5, 'time;駐車場', '良い', 'kiosk', 'w3', 'ja',
        1775001600000, 1),
      ('0190163d-8694-739b-aea5-966c26f8ad92', 'b', 1, '', '', 'web', '', 'en', 0, 0)
    """,
    """
    INSERT INTO reviews_rollups (service, month, score, responses)
    VALUES ('a', '2026-01', 3, 40), ('a', '2026-02', 3, 3), ('a', '2026-03', 3, 25),
      ('a', '2026-04', 5, 1), ('b', '', 5, 8), ('b', '', 1, 1)
    """,
  ]

  /// The published states as they were kept under another key.
  private static let statesBefore: [SQL] = [
    "DROP TABLE reviews_published_states",
    """
    CREATE TABLE reviews_published_states (
      service TEXT NOT NULL REFERENCES reviews_services (slug), figure TEXT NOT NULL,
      number BIGINT NOT NULL, respondents BIGINT NOT NULL, state TEXT NOT NULL,
      PRIMARY KEY (service, figure, number))
    """,
    """
    CREATE INDEX reviews_published_states_respondents
    ON reviews_published_states (service, figure, respondents)
    """,
    """
    INSERT INTO reviews_published_states (service, figure, number, respondents, state)
    VALUES ('a', 'scores', 1, 10, '10 3'), ('a', 'scores', 2, 20, '20 3')
    """,
  ]

  @Test(
    "Published states of an older database are kept, and further ones taken",
    arguments: Engine.allCases)
  func states(engine: Engine) throws {
    let module = ReviewWidget().migrationSet
    let before = MigrationSet("reviews", Array(module.migrations.prefix(10)))
    let stores = try TestStores(engine) { $0.clock = .fixed(ReviewTenant.now) }
    let store = try stores.make("131041", migrating: [SettingsStore.migrations, before])
    try store.write { transaction in
      try transaction.execute(Self.rows[0])
      for statement in Self.statesBefore { try transaction.execute(statement) }
    }
    try store.migrate([SettingsStore.migrations, module])
    let a = try #require(Slug("a"))
    var thirty = FigureState()
    thirty["3"] = 30
    try store.write { [thirty] in
      try PublishedStates.put(thirty, as: .scores, of: a, in: $0)
    }
    let kept = try store.read {
      try PublishedStates.earlier(than: thirty, within: 25, of: .scores, of: a, in: $0)
    }
    #expect(kept.map(\.total).sorted() == [10, 20, 30])
  }

  @Test("What was public stays so, and what was counted is counted", arguments: Engine.allCases)
  func migrate(engine: Engine) throws {
    let module = ReviewWidget().migrationSet
    let before = MigrationSet("reviews", Array(module.migrations.prefix(2)))
    let stores = try TestStores(engine) { $0.clock = .fixed(ReviewTenant.now) }
    let store = try stores.make("131041", migrating: [SettingsStore.migrations, before])
    try store.write { transaction in
      for row in Self.rows { try transaction.execute(row) }
    }
    try store.migrate([SettingsStore.migrations, module])

    let (a, b) = (try #require(Slug("a")), try #require(Slug("b")))
    let (published, hidden) = try store.read {
      (try PublishedFigures.of(a, in: $0), try PublishedFigures.of(b, in: $0))
    }
    #expect(published.distribution?.counts == [0, 0, 68, 0, 1])
    #expect(published.months.map { $0.distribution?.total } == [40, nil, nil, nil])
    #expect(hidden.distribution == nil)

    let live = try store.read { try LiveFigures.of(a, in: $0) }
    #expect(live.months.map { $0.distribution?.total } == [40, 3, 25, 1])
    #expect(live.measures[.channel] == ["kiosk": 1])
    #expect(
      live.measures[.reason] == ["": 1, "positive:time": 1, "positive:other": 1])
    let days = try store.read { snapshot in
      try snapshot.all("SELECT day, responses FROM reviews_days") { row in
        "\(try row.text(0)) \(try row.int(1))"
      }
    }
    #expect(days == ["2026-04-01 1"])

    let service = try #require(try store.read { try ServiceStore.service(a, in: $0) })
    #expect(service.channels == Set(Channel.allCases))
    #expect(service.questionSet == .usual)
    #expect(service.publishedFields == PublishedField.usual)
    let id = try #require(UUIDv7("0190163d-8694-739b-aea5-966c26f8ad91"))
    let response = try #require(try store.read { try ResponseStore.response(id, in: $0) })
    #expect(response.content.reasonsText == "positive:time;positive:other:駐車場")
    #expect(response.content.comment == "良い")
  }
}
