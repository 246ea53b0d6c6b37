import Testing

@testable import WiFiSiteRegistry

@Suite struct RoamingConsortiumTests {
  @Test(
    "An identifier is read as people write it",
    arguments: [
      ("5A03BA0000", "5A03BA0000"), ("5a-03-ba-00-00", "5A03BA0000"), ("00:40:96", "004096"),
      ("001bc50460", "001BC50460"), ("BA A2 D0 00 00", "BAA2D00000"),
    ])
  func reading(text: String, expected: String) {
    #expect(RoamingConsortium(text)?.description == expected)
  }

  @Test(
    "What is no identifier is refused",
    arguments: [
      "", "5A03BA000", "5A03", "5A03BG", "+A+B+C", "５Ａ０３ＢＡ", String(repeating: "00", count: 16),
    ]
  )
  func refusing(text: String) {
    #expect(RoamingConsortium(text) == nil)
  }
}
