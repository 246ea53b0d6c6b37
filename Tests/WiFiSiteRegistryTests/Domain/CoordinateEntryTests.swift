import Testing
import YuiOpenData

@testable import WiFiSiteRegistry

@Suite("A position as it was typed")
struct CoordinateEntryTests {
  /// 東京都庁 in the ways people write it.
  @Test(
    "Two numbers are read from two boxes or from one",
    arguments: [
      ("35.689634", "139.692101", false), ("35.689634, 139.692101", "", false),
      ("35.689634,139.692101", " ", false), ("35.689634 139.692101", "", false),
      ("３５．６８９６３４", "１３９．６９２１０１", false), ("35.689634、139.692101", "", false),
      ("139.692101", "35.689634", true), ("139.692101, 35.689634", "", true),
      (" +35.689634 ", "139.692101", false),
    ])
  func read(latitude: String, longitude: String, wasSwapped: Bool) throws {
    let entry = CoordinateEntry(latitude: latitude, longitude: longitude)
    #expect(entry.reading == .place(try #require(Spot.tocho), wasSwapped: wasSwapped))
  }

  @Test("Empty boxes are no position", arguments: ["", " ", "　"])
  func nothing(text: String) {
    #expect(CoordinateEntry(latitude: text, longitude: text).reading == .nothing)
  }

  @Test(
    "What is no position is refused",
    arguments: [
      ("35.689634", ""), ("", "139.692101"), ("35.6, 139.6, 12", ""), ("91", "0"),
      ("35.689634", "369.56"), ("north", "east"), ("3.5e1", "139.69"), ("0x23", "139"),
      ("nan", "139"), ("35°41′22″", "139°41′31″"), ("--35", "139"), ("35.6.8", "139"),
    ])
  func refused(latitude: String, longitude: String) {
    let reading = CoordinateEntry(latitude: latitude, longitude: longitude).reading
    guard case .problem = reading else {
      Issue.record("\(reading)")
      return
    }
  }
}
