import Testing
import YuiStatistics

@Suite("Suppression of small counts")
struct SuppressionTests {
  struct Case: Sendable {
    let groups: [Int]
    let total: Int
    let hidden: [Bool]
    var hidesTotal = false
  }

  @Test(
    "Small groups are hidden with as much as covers them",
    arguments: [
      Case(groups: [10, 20], total: 30, hidden: [false, false]),
      Case(groups: [40, 3, 25], total: 68, hidden: [false, true, true]),
      Case(groups: [40, 3, 8, 25], total: 76, hidden: [false, true, true, false]),
      Case(groups: [40, 3, 4, 25], total: 72, hidden: [false, true, true, true]),
      Case(groups: [0, 3, 0, 25], total: 28, hidden: [false, true, false, true]),
      Case(groups: [0, 0], total: 0, hidden: [false, false]),
      Case(groups: [], total: 9, hidden: [], hidesTotal: true),
      Case(groups: [], total: 10, hidden: []),
      Case(groups: [9], total: 9, hidden: [true], hidesTotal: true),
      Case(groups: [4, 5], total: 9, hidden: [true, true], hidesTotal: true),
      Case(groups: [5, 5], total: 10, hidden: [true, true]),
    ])
  func groups(expected: Case) {
    check(expected)
  }

  @Test(
    "Respondents in no group are one more group that is never shown",
    arguments: [
      // 50 undated ones stay undated; they are many, and cover the 3.
      Case(groups: [20, 30], total: 100, hidden: [false, false]),
      Case(groups: [20, 3], total: 73, hidden: [false, true]),
      // 4 undated ones would follow by subtraction.
      Case(groups: [20, 30], total: 54, hidden: [true, false]),
      Case(groups: [20, 3], total: 27, hidden: [true, true]),
    ])
  func undated(expected: Case) {
    check(expected)
  }

  @Test("One respondent in each group would be known from their number")
  func onesOnly() {
    let ones = Array(repeating: 1, count: 12)
    check(Case(groups: ones, total: 12, hidden: ones.map { _ in true }, hidesTotal: true))
    check(Case(groups: ones + [30], total: 42, hidden: (ones + [30]).map { _ in true }))
  }

  private func check(_ expected: Case) {
    let result = SmallCountSuppression().suppress(groups: expected.groups, total: expected.total)
    #expect(result.isHidden == expected.hidden)
    #expect(result.isTotalHidden == expected.hidesTotal)
  }

  /// Plays the reader who knows the total, the visible groups, which groups are empty, and whether
  /// there are undated respondents, for every table of three groups up to 7 and threshold 4.
  @Test("In no small table does subtraction tell a hidden group or fewer than the threshold")
  func everySmallTable() {
    let rule = SmallCountSuppression(threshold: 4)
    for code in 0..<(8 * 8 * 8 * 6) {
      let groups = [code & 7, code >> 3 & 7, code >> 6 & 7]
      let undated = code >> 9
      let total = groups.reduce(undated, +)
      let result = rule.suppress(groups: groups, total: total)
      let hidden =
        zip(groups, result.isHidden).filter(\.1).map(\.0) + (undated > 0 ? [undated] : [])
      let visibleSum = zip(groups, result.isHidden).filter { !$0.1 }.map(\.0).reduce(0, +)
      for (group, isHidden) in zip(groups, result.isHidden) where !isHidden {
        #expect(group == 0 || group >= 4)
      }
      if result.isTotalHidden || !hidden.contains(where: { $0 < 4 }) { continue }
      let remainder = total - visibleSum
      // Each hidden group is 1 or more: its possible values are 1 ... remainder - (others).
      #expect(remainder >= 4)
      #expect(hidden.count >= 2)
      #expect(remainder - (hidden.count - 1) > 1)
    }
  }
}
