@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText

@Suite struct RollupTests {
  @Test(
    "Counts follow responses that are added, replaced and moved, and tallies that are set",
    arguments: Engine.allCases)
  func recount(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "kind,name_ja,slug\ncounter,甲,a\ncounter,乙,b\n")
    try tenant.store.write { transaction in
      var dice = Dice(seed: 20_260_401)
      var known: [ReviewResponse] = []
      var changes = CountChanges()
      for _ in 0..<300 {
        switch dice.roll(4) {
        case 0, 1:
          let response = try dice.response(UUIDv7(at: ReviewTenant.now))
          try ResponseStore.add(response, counting: &changes, in: transaction)
          known.append(response)
        case 2 where !known.isEmpty:
          let index = dice.roll(known.count)
          let new = try dice.response(known[index].id)
          try ResponseStore.replace(
            known[index], with: new, counting: &changes, in: transaction)
          known[index] = new
        default:
          _ = try RollupStore.setTally(
            dice.roll(50), service: try dice.service(), month: dice.month(),
            score: try dice.score(), counting: &changes, in: transaction)
        }
        if dice.roll(3) == 0 { try changes.apply(in: transaction) }
      }
      try changes.apply(in: transaction)
    }
    let counted = try tenant.rollups()
    #expect(try counted == tenant.recounted())
    #expect(counted.values.reduce(0, +) > 300)
  }

  @Test(
    "A response counts in the month it came in, by the calendar of Japan",
    arguments: Engine.allCases,
    [("2026-03-31T14:59:59Z", "2026-03"), ("2026-03-31T15:00:00Z", "2026-04")])
  func month(engine: Engine, case row: (time: String, month: String)) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "kind,name_ja,slug\ncounter,甲,a\n")
    try tenant.load("review-responses", "service,score,at\na,5,\(row.time)\n")
    #expect(try tenant.rollups() == ["a \(row.month) 5": 1])
  }

  @Test(
    "What changes a published figure makes what is kept of public pages out of date",
    arguments: Engine.allCases)
  func publicVersion(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "kind,name_ja,slug\ncounter,甲,a\n")
    let file = { (count: Int) in "service,score,responses\na,5,\(count)\n" }
    // From nothing to too few, from too few to ten, from ten to twenty.
    for count in [3, 10, 20] {
      let before = tenant.store.publicVersion
      try tenant.load("review-tallies", file(count))
      #expect(tenant.store.publicVersion.number > before.number)
    }
    let before = tenant.store.publicVersion
    try tenant.load("review-tallies", file(29))
    #expect(tenant.store.publicVersion == before)
  }

  @Test("A stored score that is none is an error, not a guess", arguments: Engine.allCases)
  func broken(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "kind,name_ja,slug\ncounter,甲,a\n")
    try tenant.store.write { transaction in
      try transaction.execute(
        "INSERT INTO reviews_rollups (service, month, score, responses) VALUES ('a', '', 6, 1)")
    }
    let slug = try #require(Slug("a"))
    #expect(throws: StoreError.self) {
      try tenant.store.read { try RollupStore.counts(of: slug, in: $0) }
    }
  }
}

extension ReviewTenant {
  /// The counts that are kept, by service, month and score; those of nothing left out.
  func rollups() throws -> [String: Int] {
    try store.read { snapshot in
      var counts: [String: Int] = [:]
      try snapshot.forEach("SELECT service, month, score, responses FROM reviews_rollups") { row in
        let key = "\(try row.text(0)) \(try row.text(1)) \(try row.int(2))"
        counts[key] = try row.int(3)
      }
      return counts.filter { $0.value != 0 }
    }
  }

  /// The same, counted anew from the responses, those that are kept as counts, and the tallies.
  func recounted() throws -> [String: Int] {
    try store.read { snapshot in
      var counts: [String: Int] = [:]
      try snapshot.forEach(
        "SELECT service, received_at, dated, score FROM reviews_responses WHERE counted = 1"
      ) { row in
        let day = try row.timestamp(1).date.iso
        let month = try row.bool(2) ? day.prefix(7) : ""
        counts["\(try row.text(0)) \(month) \(try row.int(3))", default: 0] += 1
      }
      try snapshot.forEach("SELECT service, day, score, responses FROM reviews_folded") { row in
        let key = "\(try row.text(0)) \(try row.text(1).prefix(7)) \(try row.int(2))"
        counts[key, default: 0] += try row.int(3)
      }
      try snapshot.forEach("SELECT service, month, score, responses FROM reviews_tallies") { row in
        let key = "\(try row.text(0)) \(try row.text(1)) \(try row.int(2))"
        counts[key, default: 0] += try row.int(3)
      }
      return counts.filter { $0.value != 0 }
    }
  }
}
