@testable import ReviewWidget
import Testing
import YuiStatistics
import YuiStorage
import YuiStorageTesting
import YuiText

/// Whatever comes, in whatever order: nothing public, and no difference between two states of it,
/// tells of fewer people than k.
@Suite struct PublicationAttacks {
  @Test(
    "Nobody can work out a group of few by keeping what was published and subtracting",
    arguments: Engine.allCases)
  func subtract(engine: Engine) throws {
    var published = 0
    for seed in 1...(engine == .sqlite ? 8 : 2) {
      let tenant = try ReviewTenant(engine).withService()
      var stream = try ResponseStream(tenant, seed: UInt64(seed))
      var attacker = Attacker(threshold: 10)
      for _ in 0..<150 {
        try stream.step()
        let (figures, groups) = try tenant.store.read { snapshot in
          (
            try PublishedFigures.of(stream.service, in: snapshot),
            try PublishedStates.groups(of: stream.service, in: snapshot)
          )
        }
        attacker.look(at: figures, groups: groups)
      }
      #expect(attacker.finds == [], "stream \(seed)")
      #expect(try stream.liveTotal() == stream.counted)
      published += attacker.seen["total"]?.count ?? 0
    }
    // The streams did publish: an attack on nothing proves nothing.
    #expect(published > 20)
  }

  @Test(
    "Scores less reasons tell of nobody, whatever share of people gives reasons",
    arguments: Engine.allCases, [[false] + Array(repeating: true, count: 40), [true, false]])
  func reasons(engine: Engine, gives: [Bool]) throws {
    let tenant = try ReviewTenant(engine).withService()
    let service = try #require(Slug("a"))
    var silent: Set<Int> = []
    for number in 0..<80 {
      let reason = gives[number % gives.count] ? "time" : ""
      try tenant.load(
        "review-responses",
        "service,score,reasons,at,place\na,\(number % 3 == 0 ? 1 : 5),\(reason),2026-03-01,p\(number)\n"
      )
      let figures = try tenant.store.read { try PublishedFigures.of(service, in: $0) }
      guard let explained = figures.measures[.reason]?[""], let total = figures.distribution?.total
      else { continue }
      let (low, negative) = (
        figures.distribution.map { $0[1] + $0[2] } ?? 0,
        figures.measures[.reason]?["negative:time"] ?? 0
      )
      #expect(negative <= low)
      silent.insert(total - explained)
    }
    #expect(silent.allSatisfy { $0 == 0 || $0 >= 10 })
    // Where half give reasons they are published; where nearly all do, the few others keep them.
    #expect(silent.isEmpty == (gives.count > 2))
  }
}

/// Residents, imports and staff at one service, by chance.
struct ResponseStream {
  let service: Slug
  private let tenant: ReviewTenant
  private var dice: Dice
  /// The month that live responses come in, which moves on.
  private var day = 0
  private var responses: [(response: ReviewResponse, isSpam: Bool)] = []
  private var tallies: [String: Int] = [:]

  init(_ tenant: ReviewTenant, seed: UInt64) throws {
    self.tenant = tenant
    service = try #require(Slug("a"))
    dice = Dice(seed: seed)
  }

  /// How many responses and tallies count.
  var counted: Int {
    responses.count { !$0.isSpam } + tallies.values.reduce(0, +)
  }

  func liveTotal() throws -> Int {
    try tenant.store.read {
      try LiveFigures.of(service, in: $0).distribution?.counts.reduce(0, +) ?? 0
    }
  }

  mutating func step() throws {
    day += dice.roll(4)
    switch dice.roll(12) {
    case 0: try add(dice.roll(30), spread: 100)
    case 1: try setTally()
    case 2, 3: try mark(dice.roll(4))
    case 4 where dice.roll(6) == 0: try mark(responses.count)
    case 5: try replace()
    default: try add(1 + dice.roll(5), spread: 2)
    }
  }

  private mutating func add(_ count: Int, spread: Int) throws {
    var new: [ReviewResponse] = []
    for _ in 0..<count { new.append(try response(UUIDv7(at: ReviewTenant.now), spread: spread)) }
    let added = new
    try write { changes, transaction in
      for response in added {
        try ResponseStore.add(response, counting: &changes, in: transaction)
      }
    }
    responses += new.map { ($0, false) }
  }

  private mutating func setTally() throws {
    let (month, score) = (dice.month(), try dice.score())
    // Few or many, and now and then a correction of one that was set before.
    let count = dice.roll(dice.roll(2) == 0 ? 6 : 60)
    try write { [service] changes, transaction in
      _ = try RollupStore.setTally(
        count, service: service, month: month, score: score, counting: &changes, in: transaction)
    }
    tallies["\(month?.iso ?? "") \(score.rawValue)"] = count
  }

  /// Marks some as spam, or takes the mark back.
  private mutating func mark(_ count: Int) throws {
    guard !responses.isEmpty else { return }
    var marks: [(id: UUIDv7, isCounted: Bool)] = []
    for _ in 0..<count {
      let index = dice.roll(responses.count)
      responses[index].isSpam.toggle()
      marks.append((responses[index].response.id, !responses[index].isSpam))
    }
    let made = marks
    try write { changes, transaction in
      for mark in made {
        try ResponseStore.setCounted(
          mark.isCounted, mark.id, counting: &changes, in: transaction)
      }
    }
  }

  /// An import that changes what was imported before.
  private mutating func replace() throws {
    guard !responses.isEmpty else { return }
    var replaced: [(old: ReviewResponse, new: ReviewResponse)] = []
    for index in Set((0..<dice.roll(20)).map { _ in dice.roll(responses.count) }).sorted() {
      let old = responses[index].response
      responses[index].response = try response(old.id, spread: 100)
      replaced.append((old, responses[index].response))
    }
    let pairs = replaced
    try write { changes, transaction in
      for (old, new) in pairs {
        try ResponseStore.replace(old, with: new, counting: &changes, in: transaction)
      }
    }
  }

  private mutating func response(_ id: UUIDv7, spread: Int) throws -> ReviewResponse {
    var draft = ReviewDraft()
    draft.score = try dice.score().rawValue
    draft.channel = ["web", "kiosk"][dice.roll(2)]
    if dice.roll(3) == 0 { draft.goal = ["yes", "partly", "no"][dice.roll(3)] }
    if dice.roll(4) == 0 { draft.nps = "\(dice.roll(11))" }
    if dice.roll(3) == 0 { draft.ending = ["done", "refused", "error"][dice.roll(3)] }
    if dice.roll(3) == 0 { draft.reasons = [["time", "privacy", "attitude"][dice.roll(3)]] }
    let at = ReviewTenant.now.adding(seconds: Int64(day - dice.roll(spread)) * 86_400)
    return ReviewResponse(
      id: id, service: service, content: try draft.checked().get(), receivedAt: at,
      isDated: dice.roll(8) > 0)
  }

  private func write(
    _ body: @escaping @Sendable (inout CountChanges, Transaction) throws -> Void
  ) throws {
    try tenant.store.write { transaction in
      var changes = CountChanges()
      try body(&changes, transaction)
      try changes.apply(in: transaction)
    }
  }
}
