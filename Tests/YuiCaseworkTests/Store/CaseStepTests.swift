import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiText

@Suite struct CaseSteps {
  private let cases = CaseStore(Procedure.cases)

  private func office(_ engine: Engine) throws -> (TestStores, Store) {
    let stores = try TestStores(engine)
    return (stores, try stores.make(migrating: [Procedure.migrations]))
  }

  /// The clerk, so many days after Monday 21 September 2026, of which the next two are holidays.
  private func clerk(after days: Int) -> CaseHand {
    CaseHand(Permits.clerk.actor, at: Permits.now.adding(seconds: Int64(days) * 86_400))
  }

  @Test(
    "A clock that stands still is told no due day, and goes on with what is left",
    arguments: Engine.allCases)
  func stops(engine: Engine) throws {
    let (stores, store) = try office(engine)
    let (opened, asked, answered) = (clerk(after: 0), clerk(after: 4), clerk(after: 7))
    try store.write { [cases] in
      try cases.open([Permits.draft("a")], at: opened.now, in: $0)
    }
    // Ten days on which offices are open, from Thursday 24 September on.
    #expect(try due(in: store) == "2026-10-07")
    try store.write { [cases] in
      try cases.move(1, to: "incomplete", reason: "図面", by: asked, in: $0)
    }
    #expect(try due(in: store) == nil)
    try store.write { [cases] in try cases.move(1, to: "check", by: answered, in: $0) }
    // Two days were used; eight are left from Tuesday 29 September on.
    #expect(try due(in: store) == "2026-10-08")
    let (stays, days) = try store.read { snapshot in
      (try cases.stays(of: 1, in: snapshot), try cases.stepDays(in: snapshot))
    }
    #expect(stays.map(\.state) == ["check", "incomplete", "check"])
    #expect(stays.map(\.from.iso) == ["2026-09-21", "2026-09-25", "2026-09-28"])
    #expect(stays.map { $0.until?.iso } == ["2026-09-25", "2026-09-28", nil])
    #expect(days["check"]?.map(\.days) == [2] && days["incomplete"]?.map(\.days) == [1])
    withExtendedLifetime(stores) {}
  }

  private func due(in store: Store) throws -> String? {
    try store.read { try cases.case(1, in: $0)?.dueOn?.iso }
  }

  @Test(
    "A reason stands in the history with who may read it, and goes when the subject is erased",
    arguments: Engine.allCases)
  func reasons(engine: Engine) throws {
    let (stores, store) = try office(engine)
    let hand = clerk(after: 1)
    try store.write { [cases] transaction in
      try cases.open([Permits.draft("a"), Permits.draft("b")], at: hand.now, in: transaction)
      try cases.move(1, to: "incomplete", reason: " 図面\n二枚 ", by: hand, in: transaction)
      try cases.move(2, to: "refused", reason: "場所がない", by: hand, in: transaction)
    }
    let (asked, refused) = try store.read { snapshot in
      (try cases.history(of: 1, in: snapshot).first, try cases.history(of: 2, in: snapshot).first)
    }
    #expect(asked?.reason == "図面\n二枚" && asked?.readers == .applicant)
    #expect(refused?.reason == "場所がない" && refused?.readers == .staff)
    try store.write { [cases] in try cases.erase(subject: "a", by: hand, in: $0) }
    #expect(try store.read { try cases.history(of: 1, in: $0).compactMap(\.reason) } == [])
    withExtendedLifetime(stores) {}
  }

  @Test(
    "A move that needs a reason is not done without one",
    arguments: [
      "", " \n", String(repeating: "長", count: CaseReason.longest + 1), "a\u{0}b", "a\u{1B}[2J",
    ])
  func reasonNeeded(reason: String) throws {
    let (stores, store) = try office(.sqlite)
    let hand = clerk(after: 0)
    try store.write { [cases] in try cases.open([Permits.draft("a")], at: hand.now, in: $0) }
    #expect {
      try store.write { [cases] in
        try cases.move(1, to: "refused", reason: reason, by: hand, in: $0)
      }
    } throws: { ($0 as? CaseError)?.code == .reasonNeeded }
    #expect(try store.read { try cases.case(1, in: $0)?.state } == "check")
    #expect(try store.read { try cases.stays(of: 1, in: $0).count } == 1)
    withExtendedLifetime(stores) {}
  }

  @Test("Cases that were there before their steps stand in their first", arguments: Engine.allCases)
  func migrated(engine: Engine) throws {
    let stores = try TestStores(engine)
    let old = MigrationSet("permits", [Procedure.cases.migration(1)])
    let store = try stores.make(migrating: [old])
    // As the version before wrote it, which knew no steps.
    try store.write { transaction in
      try CaseStore(Permits.cases).open(
        [Permits.draft("a")], at: Permits.now, in: transaction)
    }
    try store.migrate([Procedure.migrations])
    let stays = try store.read { try cases.stays(of: 1, in: $0) }
    #expect(stays.map(\.from.iso) == ["2026-09-21"])
    withExtendedLifetime(stores) {}
  }
}
