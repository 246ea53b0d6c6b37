import Synchronization
import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct CaseStores {
  @Test("Cases are numbered from 1, and a subject has one", arguments: Engine.allCases)
  func open(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"), Permits.draft("b"))
    try office.open(Permits.draft("b"), Permits.draft("c"))
    try office.read { cases, snapshot throws in
      #expect(try cases.case(about: "a", in: snapshot)?.number == 1)
      #expect(try cases.case(about: "b", in: snapshot)?.number == 2)
      #expect(try cases.case(about: "c", in: snapshot) != nil)
      #expect(try cases.counts(in: snapshot) == ["new": 3])
      let first = try #require(try cases.case(1, in: snapshot))
      #expect(first.state == "new" && first.tags == [] && first.reply == .none)
      // 2026-09-21 in Japan, a Monday; three working days.
      #expect(first.openedOn.iso == "2026-09-21" && first.dueOn?.iso == "2026-09-24")
    }
  }

  @Test(
    "A move changes state, due day and counts, and is told and remembered",
    arguments: Engine.allCases)
  func move(engine: Engine) throws {
    let told = Told()
    let office = try PermitOffice(engine) { change, _ in told.add(change) }
    try office.open(Permits.draft("a"))
    let moved = try office.write { cases, transaction in
      try cases.move(1, to: "work", by: Permits.clerk, in: transaction)
    }
    #expect(moved.state == "work" && moved.dueOn?.iso == "2026-10-21")
    try office.read { cases, snapshot throws in
      #expect(try cases.counts(in: snapshot) == ["new": 0, "work": 1])
      let event = try #require(try cases.history(of: 1, in: snapshot).first)
      #expect(event.kind == .moved && event.before == "new" && event.after == "work")
      #expect(event.actor == Permits.clerk.actor && event.at == Permits.now)
    }
    #expect(told.all.last?.old.state == "new" && told.all.last?.new.state == "work")
  }

  @Test("A move that the table does not hold changes nothing", arguments: Engine.allCases)
  func refusedMove(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"))
    #expect(throws: CaseError.self) {
      try office.write { cases, transaction in
        try cases.move(1, to: "granted", by: Permits.clerk, in: transaction)
      }
    }
    try office.read { cases, snapshot throws in
      #expect(try cases.case(1, in: snapshot)?.state == "new")
      #expect(try cases.history(of: 1, in: snapshot) == [])
    }
  }

  @Test("What the module does about a move and the move itself are one", arguments: Engine.allCases)
  func moduleRefuses(engine: Engine) throws {
    struct Refusal: Error {}
    let office = try PermitOffice(engine) { _, _ in throw Refusal() }
    try office.open(Permits.draft("a"))
    #expect(throws: Refusal.self) {
      try office.write { cases, transaction in
        try cases.move(1, to: "work", by: Permits.clerk, in: transaction)
      }
    }
    #expect(try office.read { try $0.case(1, in: $1)?.state } == "new")
  }

  @Test("Tags are counted, and at most ten", arguments: Engine.allCases)
  func tags(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"), Permits.draft("b"))
    try office.write { cases, transaction in
      try cases.tag(1, adding: ["道路", "urgent"], by: Permits.clerk, in: transaction)
      try cases.tag(2, adding: ["道路"], by: Permits.clerk, in: transaction)
      try cases.tag(1, removing: ["urgent", "none"], by: Permits.clerk, in: transaction)
    }
    try office.read { cases, snapshot throws in
      #expect(try cases.tags(in: snapshot) == ["道路"])
      #expect(try cases.case(1, in: snapshot)?.tags == ["道路"])
    }
    #expect(throws: CaseError.self) {
      try office.write { cases, transaction in
        try cases.tag(
          1, adding: Set((0..<10).map { "t\($0)" }), by: Permits.clerk, in: transaction)
      }
    }
  }

  @Test(
    "A merged case leaves the inbox and takes no change until it is split",
    arguments: Engine.allCases)
  func merge(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a"), Permits.draft("b"), Permits.draft("c"))
    try office.write { cases, transaction in
      try cases.merge(2, into: 1, by: Permits.clerk, in: transaction)
    }
    try office.read { cases, snapshot throws in
      #expect(try cases.counts(in: snapshot) == ["new": 2])
      #expect(try cases.cases(mergedInto: 1, in: snapshot).map(\.number) == [2])
      #expect(
        try CaseSearch(CaseFilter(), of: cases, in: snapshot).page().cases.map(\.number) == [3, 1])
    }
    for bad in [(2, 3), (3, 3), (3, 2), (1, 3)] {
      #expect(throws: CaseError.self, "\(bad)") {
        try office.write { cases, transaction in
          try cases.merge(bad.0, into: bad.1, by: Permits.clerk, in: transaction)
        }
      }
    }
    let split = try office.write { cases, transaction in
      try cases.split(2, by: Permits.clerk, in: transaction)
    }
    #expect(split.mergedInto == nil && split.dueOn?.iso == "2026-09-24")
    #expect(try office.read { try $0.counts(in: $1) } == ["new": 3])
  }

  @Test("Open cases are counted by topic, whatever becomes of them", arguments: Engine.allCases)
  func openCounts(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(
      Permits.draft("a"), Permits.draft("b"), Permits.draft("a"),
      Permits.draft("c", topic: "fairs"), Permits.draft("d", topic: "fairs"))
    try expectCounts(["stalls": 2, "fairs": 2], in: office)
    try office.write { try $0.move(1, to: "work", by: Permits.clerk, in: $1) }
    try expectCounts(["stalls": 2, "fairs": 2], in: office)
    try office.write { try $0.move(1, to: "refused", by: Permits.clerk, in: $1) }
    try expectCounts(["stalls": 1, "fairs": 2], in: office)
    let ended = Permits.draft("a", topic: "fairs")
    try office.write { try $0.follow(ended, in: $1) }
    let moved = Permits.draft("c")
    try office.write { try $0.follow(moved, in: $1) }
    try expectCounts(["stalls": 2, "fairs": 1], in: office)
    let (second, last) = (2, 4)
    try office.write { try $0.merge(second, into: last, by: Permits.clerk, in: $1) }
    try expectCounts(["stalls": 1, "fairs": 1], in: office)
    try office.write { try $0.split(second, by: Permits.clerk, in: $1) }
    try office.write { _ = try $0.withdraw(subject: "d", in: $1) }
    try expectCounts(["stalls": 2], in: office)
    // As an older version left it.
    try office.write { cases, transaction in
      try transaction.execute("DROP TABLE permits_case_open_counts")
      try cases.definition.countOpenCases(in: transaction)
      try cases.definition.countOpenCases(in: transaction)
    }
    try expectCounts(["stalls": 2], in: office)
  }

  private func expectCounts(
    _ counts: [String: Int], in office: PermitOffice,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try office.read { try $0.openCounts(in: $1) }
    #expect(found == counts, sourceLocation: sourceLocation)
  }

  @Test("A case follows what it is about", arguments: Engine.allCases)
  func follow(engine: Engine) throws {
    let office = try PermitOffice(engine)
    try office.open(Permits.draft("a", topic: "stalls", rank: 1))
    try office.write { cases, transaction in
      try cases.tag(1, adding: ["x"], by: Permits.clerk, in: transaction)
      try cases.follow(Permits.draft("a", topic: "signs", rank: 5, minute: 9), in: transaction)
    }
    var filter = CaseFilter()
    filter.tag = "x"
    filter.topic = "signs"
    filter.rank = 5
    #expect(
      try office.read { try CaseSearch(filter, of: $0, in: $1).page().cases.map(\.number) } == [1])
  }
}

/// What a module was told, across threads.
final class Told: Sendable {
  private let changes = Mutex<[CaseChange]>([])
  var all: [CaseChange] { changes.withLock { $0 } }
  func add(_ change: CaseChange) { changes.withLock { $0.append(change) } }
}
