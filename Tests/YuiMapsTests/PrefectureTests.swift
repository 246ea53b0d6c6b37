import Testing
import YuiText

@testable import YuiMaps

@Suite("Prefectures as equal squares")
struct PrefectureTests {
  @Test("There are 47, each in a square and with letters of its own")
  func squares() {
    #expect(Prefecture.all.count == 47)
    #expect(Set(Prefecture.all.map { [$0.column, $0.row] }).count == 47)
    #expect(Set(Prefecture.all.map { $0.short[.en] }).count == 47)
    #expect(Prefecture.all.allSatisfy { (2...3).contains($0.short[.ja].count) })
  }

  // JIS X 0401.
  @Test(
    "A local government code tells the prefecture",
    arguments: [
      ("010006", "北海道"), ("131041", "東京都"), ("261009", "京都府"), ("471003", "沖縄県"),
    ])
  func codes(code: String, name: String) {
    #expect(Prefecture.of(code: code)?.name[.ja] == name)
  }

  @Test("What is no code is no prefecture", arguments: ["", "0", "00", "48", "990000", "xx", "-1"])
  func noCodes(code: String) {
    #expect(Prefecture.of(code: code) == nil)
  }
}
