import Testing
import YuiText

@testable import WiFiSiteRegistry

/// The identifiers of OpenRoaming as surveys of access points label them
/// (simeononsecurity/track-openroaming-passpoint).
@Suite struct RoamingPolicyTests {
  struct Labelled: Sendable, CustomTestStringConvertible {
    let rcoi: String
    let family: RoamingConsortium.Family
    let identityType: UInt8
    var tier = ServiceTier.bronze
    var needsPermanentIdentity = false
    let word: String

    var testDescription: String { rcoi }
  }

  static let labelled: [Labelled] = [
    Labelled(rcoi: "5A03BA0000", family: .settlementFree, identityType: 0, word: "everybody"),
    Labelled(
      rcoi: "5A03BA1000", family: .settlementFree, identityType: 0, needsPermanentIdentity: true,
      word: "everybody"),
    Labelled(rcoi: "5A03BA0100", family: .settlementFree, identityType: 1, word: "service prov"),
    Labelled(rcoi: "5A03BA0200", family: .settlementFree, identityType: 2, word: "cloud"),
    Labelled(rcoi: "5A03BA0300", family: .settlementFree, identityType: 3, word: "enterprise"),
    Labelled(rcoi: "5A03BA0400", family: .settlementFree, identityType: 4, word: "government"),
    Labelled(rcoi: "5A03BA0500", family: .settlementFree, identityType: 5, word: "car"),
    Labelled(rcoi: "5A03BA0600", family: .settlementFree, identityType: 6, word: "hospitality"),
    Labelled(rcoi: "5A03BA0800", family: .settlementFree, identityType: 8, word: "education"),
    Labelled(rcoi: "5A03BA0900", family: .settlementFree, identityType: 9, word: "cable"),
    Labelled(rcoi: "5A03BA0A00", family: .settlementFree, identityType: 10, word: "device"),
    Labelled(rcoi: "5A03BA0B00", family: .settlementFree, identityType: 11, word: "retail"),
    Labelled(
      rcoi: "5A03BA1100", family: .settlementFree, identityType: 1, needsPermanentIdentity: true,
      word: "service prov"),
    Labelled(
      rcoi: "5A03BA1200", family: .settlementFree, identityType: 2, needsPermanentIdentity: true,
      word: "cloud"),
    Labelled(
      rcoi: "5A03BA1300", family: .settlementFree, identityType: 3, needsPermanentIdentity: true,
      word: "enterprise"),
    Labelled(
      rcoi: "5A03BA1600", family: .settlementFree, identityType: 6, needsPermanentIdentity: true,
      word: "hospitality"),
    Labelled(
      rcoi: "5A03BA1A00", family: .settlementFree, identityType: 10, needsPermanentIdentity: true,
      word: "device"),
    Labelled(
      rcoi: "5A03BA1B00", family: .settlementFree, identityType: 11, needsPermanentIdentity: true,
      word: "retail"),
    Labelled(rcoi: "BAA2D00000", family: .settled, identityType: 0, word: "everybody"),
    Labelled(rcoi: "BAA2D00100", family: .settled, identityType: 1, word: "service prov"),
    Labelled(
      rcoi: "BAA2D02100", family: .settled, identityType: 1, tier: .silver, word: "service prov"),
    Labelled(
      rcoi: "BAA2D04100", family: .settled, identityType: 1, tier: .gold, word: "service prov"),
    Labelled(rcoi: "BAA2D00500", family: .settled, identityType: 5, word: "car"),
  ]

  @Test("A labelled identifier is read as its label says", arguments: labelled)
  func labels(example: Labelled) throws {
    let rcoi = try #require(RoamingConsortium(example.rcoi))
    #expect(rcoi.family == example.family)
    let policy = try #require(rcoi.policy)
    #expect(policy.identityType.rawValue == example.identityType)
    #expect(policy.tier == example.tier)
    #expect(policy.needsPermanentIdentity == example.needsPermanentIdentity)
    #expect(!policy.needsEnhancedProofing)
    #expect(policy.reserved == 0)
    let words = rcoi.meaning[.en]
    #expect(words.contains(example.word))
    #expect(words.contains("\(example.tier)"))
    #expect(words.contains("real identity") == example.needsPermanentIdentity)
    #expect(words.contains("settlement-free") == (example.family == .settlementFree))
  }

  @Test(
    "Other identifiers have a family and no policy",
    arguments: [
      ("004096", RoamingConsortium.Family.legacy), ("001BC50460", .eduroam),
      ("5A03BA", .settlementFree), ("BAA2D0", .settled), ("F4F5E8F5F4", .other),
      ("0040960000", .other), ("5A03BA00", .other), ("5A03BA000000", .other),
    ])
  func others(text: String, family: RoamingConsortium.Family) throws {
    let rcoi = try #require(RoamingConsortium(text))
    #expect(rcoi.family == family)
    #expect(rcoi.policy == nil)
    #expect(rcoi.meaning == family.name)
  }

  @Test("What is reserved is said, not guessed")
  func reserved() throws {
    let policy = RoamingPolicy(octet4: 0b1111_0111, octet5: 5)
    #expect(policy.tier == nil)
    #expect(policy.needsEnhancedProofing)
    #expect(policy.words[.en].contains("type 7 (reserved)"))
    #expect(policy.words[.en].contains("quality reserved"))
    #expect(policy.words[.ja].contains("第5オクテットは予約（5）"))
  }

  @Test("Every policy has words in both languages")
  func words() {
    for octet in UInt8.min...UInt8.max {
      let words = RoamingPolicy(octet4: octet, octet5: 0).words
      #expect(!words[.ja].isEmpty && words[.ja] != words[.en])
    }
  }
}
