import Testing
import YuiWeb

@Suite("What two people made of the same")
struct ThreeWayMergeTests {
  enum Outcome { case mine, taken, conflict }

  @Test(
    "A field is as whoever alone changed it left it",
    arguments: [
      ("a", "a", "a", .mine), ("a", "a", "b", .mine), ("a", "b", "a", .taken),
      ("a", "b", "b", .mine), ("a", "b", "c", .conflict), ("", "b", "c", .conflict),
      ("a", "", "a", .taken), ("a", "a", "", .mine), ("a", "", "c", .conflict),
      ("a", "b", "", .conflict),
    ] as [(String, String, String, Outcome)])
  func field(base: String, stored: String, mine: String, outcome: Outcome) {
    let merge = ThreeWayMerge(
      [0], base: { _ in base }, stored: { _ in stored }, mine: { _ in mine })
    #expect(merge.taken == (outcome == .taken ? [0] : []))
    #expect(merge.conflicts == (outcome == .conflict ? [0] : []))
  }
}
