import Testing
import YuiCasework

@Suite struct MoveTable {
  @Test(
    "Only the moves of the table are allowed",
    arguments: [
      ("new", "work", true), ("new", "refused", true), ("new", "granted", false),
      ("work", "granted", true), ("work", "new", false), ("refused", "work", true),
      ("granted", "work", false), ("work", "work", false), ("new", "elsewhere", false),
    ])
  func moves(from: String, to: String, isAllowed: Bool) {
    #expect((Permits.cases.move(from: from, to: to) != nil) == isAllowed)
  }

  @Test(
    "A tag is a short text without marks that separate",
    arguments: [
      ("道路", "道路"), ("  urgent ", "urgent"), ("", nil), ("a,b", nil), ("a;b", nil), ("a、b", nil),
      ("line\nbreak", nil), (String(repeating: "長", count: 30), String(repeating: "長", count: 30)),
      (String(repeating: "長", count: 31), nil),
    ])
  func tags(text: String, tag: String?) {
    #expect(CaseTag.checked(text) == tag)
  }

  @Test("A position reads back from its text", arguments: ["1790000000000-12", "-5-1", "0-0"])
  func position(text: String) {
    #expect(CasePosition(text)?.description == text)
  }

  @Test("What is no position is none", arguments: ["", "-", "12", "a-1", "1-", "1-b"])
  func noPosition(text: String) {
    #expect(CasePosition(text) == nil)
  }
}
