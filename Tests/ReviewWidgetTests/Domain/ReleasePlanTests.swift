@testable import ReviewWidget
import Testing
import YuiText

@Suite struct ReleasePlanTests {
  @Test("Nothing is released of one to nine respondents", arguments: 0...9)
  func few(total: Int) {
    let plan = plan(["2026-03": total / 2, "2026-04": total - total / 2])
    #expect(plan.additions.isEmpty)
    #expect(plan.waiting == total)
  }

  // The blocks were worked out by hand.
  @Test(
    "What came is cut into consecutive months of ten or more, a remainder joins the block before",
    arguments: [
      (["2026-01": 40, "2026-02": 3, "2026-03": 25], ["2026-01: 40", "2026-02/2026-03: 28"]),
      (
        ["2026-01": 40, "2026-02": 10, "2026-03": 25],
        ["2026-01: 40", "2026-02: 10", "2026-03: 25"]
      ),
      (["2026-01": 12, "2026-02": 3, "2026-03": 4], ["2026-01/2026-03: 19"]),
      (["2026-01": 5, "2026-02": 5, "2026-03": 30], ["2026-01/2026-02: 10", "2026-03: 30"]),
      (["2025-11": 1, "2026-02": 1, "2026-03": 30], ["2025-11/2026-03: 32"]),
      (["2026-03": 30, "2026-04": 20, "": 3], ["2026-03: 30", "2026-04/-: 23"]),
      (["2026-03": 30, "": 10], ["2026-03: 30", "-: 10"]), (["": 12], ["-: 12"]),
    ] as [([String: Int], [String])])
  func blocks(came: [String: Int], blocks: [String]) {
    #expect(plan(came).additions.map { "\($0.group): \($0.state.total)" } == blocks)
  }

  @Test("What came to one month says nothing of what went from another")
  func mixed() {
    let plan = plan(["2026-01": -3, "2026-04": 10])
    #expect(plan.additions.map(\.group.description) == ["2026-04"])
    #expect(!plan.hasRemovals)
    #expect(plan.waiting == 10)
  }

  @Test(
    "What went is taken from the narrowest group that bears it, or its month is withdrawn",
    arguments: [
      (["2026-03": 30, "2026-02/2026-03": 20], -12, "2026-03: -12"),
      (["2026-03": 12, "2026-02/2026-03": 40], -12, "2026-03: -12"),
      (["2026-03": 15, "2026-02/2026-03": 40], -12, "2026-02/2026-03: -12"),
      (["2026-03": 200], -193, "2026-03: -200"), (["2026-02/2026-03": 15], -12, ""),
      (["2026-03": 30], -9, ""),
    ] as [([String: Int], Int, String)])
  func removals(groups: [String: Int], went: Int, step: String) throws {
    let states = try groups.reduce(into: [ScoreGroup: FigureState]()) { states, group in
      states[try #require(ScoreGroup(group.key))] = state(group.value)
    }
    let steps = plan(["2026-03": went]).removals(from: states)
    #expect(steps.map { "\($0.group): \($0.state.total)" } == (step.isEmpty ? [] : [step]))
  }

  private func plan(_ pending: [String: Int]) -> ReleasePlan {
    ReleasePlan(
      pending: Dictionary(
        pending.map { (YearMonth(iso: $0.key), state($0.value)) }, uniquingKeysWith: +),
      threshold: 10)
  }

  private func state(_ count: Int) -> FigureState {
    var state = FigureState()
    state["3"] = count
    return state
  }
}

@Suite struct FigureTests {
  @Test(
    "A figure and its state are read as they are written",
    arguments: [
      "scores", "scores 2026-03", "scores 2026-03/2026-05", "scores 2026-03/-", "scores -", "goal",
      "reason",
    ])
  func text(figure: String) throws {
    #expect(try #require(Figure(figure)).description == figure)
  }

  @Test(
    "What is no figure is none",
    arguments: ["", "scores 2026", "scores 2026-05/2026-03", "scores ", "smell"])
  func noFigure(text: String) { #expect(Figure(text) == nil) }

  @Test("A state keeps answers of any words")
  func states() throws {
    var state = FigureState()
    state[""] = 12
    state["positive:other"] = 3
    state["受付 3番"] = 9
    #expect(FigureState(state.description) == state)
    #expect(FigureState("") == FigureState())
    #expect(FigureState("many") == nil)
  }

  // 5 who changed their answer, or 5 gone and 5 new: nobody can tell which.
  @Test(
    "Two states are as far apart as the fewest people who can have made the difference",
    arguments: [
      (Figure.scores, ["1": 5, "5": 20], ["1": 0, "5": 25], 5),
      (.scores, ["5": 20], ["5": 30], 10), (.scores, ["5": 20], ["4": 3, "5": 19], 3),
      (.measure(.reason), ["": 10, "time": 4], ["": 12, "time": 9, "privacy": 3], 2),
      (.measure(.reason), ["": 12, "time": 4], ["": 12, "time": 9, "privacy": 3], 5),
    ] as [(Figure, [String: Int], [String: Int], Int)])
  func distance(figure: Figure, first: [String: Int], second: [String: Int], distance: Int) {
    let states = [first, second].map { counts in
      counts.reduce(into: FigureState()) { $0[$1.key] = $1.value }
    }
    #expect(figure.distance(states[0], states[1]) == distance)
    #expect(figure.distance(states[1], states[0]) == distance)
  }
}
