import Testing
import YuiStorage
import YuiText

@testable import WiFiSiteRegistry

@Suite struct ProfileRulesTests {
  static func found(_ fields: [ProfileDraft.Field: String]) throws -> [Finding] {
    ProfileRules.findings(of: try ProfileDraft.sample.with(fields).profile())
  }

  @Test("With a profile that is well nothing is found")
  func well() throws {
    #expect(try Self.found([:]) == [])
    let sim = "0,wlan.mnc010.mcc440.3gppnetwork.org,18,23,50\n0,example.org,21[2:4]"
    #expect(try Self.found([.realms: sim, .cells: "440,10"]) == [])
    #expect(try Self.found([.rcois: "5A03BA0000\n004096\n5A03BA0400"]) == [])
    #expect(try Self.found([.settlement: "settled", .rcois: "5A03BA0000\nBAA2D00000"]) == [])
    #expect(try Self.found([.security: "WPA3-Enterprise", .networkType: "2"]) == [])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let fields: [ProfileDraft.Field: String]
    let rules: [Rule]
    let severity: Finding.Severity

    init(
      _ fields: [ProfileDraft.Field: String], _ rules: [Rule], _ severity: Finding.Severity
    ) {
      (self.fields, self.rules, self.severity) = (fields, rules, severity)
    }

    var testDescription: String { rules.map(\.rawValue).joined(separator: " ") }
  }

  static let cases = [
    Case([.rcois: ""], [.consortiaMissing], .problem),
    Case([.rcois: "5A03BA0400"], [.everyoneMissing], .problem),
    Case([.rcois: "5A03BA"], [.everyoneMissing], .problem),
    Case([.rcois: "004096"], [.legacyOnly], .problem),
    Case([.rcois: "5A03BA0000\n5A03BA1000\n004096\n5A03BA0400"], [.beaconsFull], .warning),
    Case(
      [.rcois: "004096\n5A03BA1000\n5A03BA0400\n5A03BA0000"],
      [.everyoneNotInBeacons, .beaconsFull],
      .problem),
    Case([.rcois: "5A03BA0000\nBAA2D00000"], [.settledWithoutContract], .problem),
    Case([.rcois: "5A03BA0000\n001BC50460"], [.eduroamConsortium], .problem),
    Case([.ssid: "eduroam"], [.eduroamName], .problem),
    Case([.ssid: "EDUROAM"], [.eduroamName], .problem),
    Case([.passpoint: "", .security: "WPA2-Personal"], [.notEnterprise, .notPasspoint], .problem),
    Case([.passpoint: ""], [.notPasspoint], .problem),
    Case([.internet: ""], [.noInternet], .warning),
    Case([.furtherStep: "yes"], [.furtherStep], .problem),
    Case([.networkType: "1"], [.notPublic], .warning),
    Case([.four: "0", .six: "0"], [.noAddresses], .warning),
    Case([.realms: "0,example.org"], [.realmWithoutMethod], .warning),
    Case([.realms: "0,example.org,21[5:7]"], [.methodWithoutInner], .hint),
    Case([.realms: "0,example.org,99,21[2:4]"], [.unusedMethod], .warning),
    Case([.realms: ""], [.noRealms], .hint),
    Case([.realms: "0,example.org,21[2:4],23"], [.simWithoutCells], .warning),
    Case(
      [.realms: "0,example.org,21[2:4],23", .cells: "440,10"], [.cellWithoutRealm], .warning),
    Case(
      [
        .realms: "0,wlan.mnc010.mcc440.3gppnetwork.org;wlan.mnc020.mcc440.3gppnetwork.org,23",
        .cells: "440,10",
      ], [.realmWithoutCell], .warning),
    Case([.domains: ""], [.noDomain], .warning),
    Case([.domains: longDomains(137)], [.domainsTooLong], .problem),
    Case([.wbaid: ""], [.noWBAID], .problem),
    Case([.wbaid: "4EXAMPLE:JP"], [.suspectWBAID], .hint),
    Case([.operatorNames: ""], [.noOperatorName], .hint),
    Case([.venueNames: "eng:Library"], [.venueNameJapanese], .warning),
    Case([.venueNames: "jpn:図書館"], [.venueNameEnglish], .hint),
    Case([.venue: "0,0"], [.noVenueType], .hint),
    Case([.serverNames: ""], [.noServerNames], .hint),
    Case([.accessPoints: "192.0.2.0/24"], [.exampleNetwork], .warning),
    Case([.server: "127.0.0.1"], [.loopbackServer], .warning),
  ]

  /// Thirty names of so many characters.
  static func longDomains(_ length: Int) -> String {
    let (label, rest) = (
      String(repeating: "a", count: 60), String(repeating: "a", count: length - 127)
    )
    return (10..<40).map { "\(label).\(label).\(rest)\($0).jp" }.joined(separator: "\n")
  }

  @Test("One thing that is wrong is found, and nothing else", arguments: cases)
  func found(example: Case) throws {
    let findings = try Self.found(example.fields)
    #expect(findings.map(\.rule) == example.rules)
    #expect(findings.first?.severity == example.severity)
    for finding in findings {
      for text in [finding.title, finding.remedy] {
        #expect(!text[.ja].isEmpty && text[.ja] != text[.en])
      }
    }
  }

  @Test("Every rule is tried")
  func whole() {
    #expect(Set(Self.cases.flatMap(\.rules)) == Set(Rule.allCases))
  }

  @Test("The worst comes first")
  func order() throws {
    let findings = try Self.found([.domains: "", .wbaid: "", .venue: "0,0"])
    #expect(findings.map(\.severity) == [.problem, .warning, .hint])
  }

  @Test("What beacons have no room for is named")
  func beacons() throws {
    let findings = try Self.found([
      .rcois: "5A03BA0000\n5A03BA1000\n004096\n5A03BA0400\n5A03BA0100"
    ])
    let finding = try #require(findings.first)
    #expect(finding.title[.ja].contains("5A03BA0400、5A03BA0100"))
    #expect(!finding.title[.ja].contains("004096"))
  }

  @Test("A site announces its own consortia and its own name")
  func site() throws {
    let profile = try ProfileDraft.sample.with([
      .venueNames: "jpn:図書館\neng:Libraries\nkor:도서관"
    ]).profile()
    var site = WiFiSite(UUIDv7(at: Timestamp(milliseconds: 0)), name: "角筈図書館")
    site.nameEn = "Tsunohazu Library"
    let own = profile.announced(at: site)
    #expect(own.rcois == profile.rcois)
    #expect(
      own.venueNames.map(\.description) == [
        "jpn:角筈図書館", "eng:Tsunohazu Library", "kor:도서관",
      ])
    site.nameEn = ""
    site.rcois = [.legacy]
    let other = profile.announced(at: site)
    #expect(
      other.venueNames.map(\.description) == ["jpn:角筈図書館", "eng:Libraries", "kor:도서관"])
    #expect(ProfileRules.findings(of: other).map(\.rule) == [.legacyOnly])
  }
}
