import Testing
import YuiStorage
import YuiText

@testable import WiFiSiteRegistry

/// How values stand in the files; that the programs take the files is shown in `Tests/Interop`.
@Suite struct GeneratedTests {
  // RFC 9562, appendix B.2: the DNS namespace and www.example.com by SHA-256.
  @Test("An id follows from its name as in the example of RFC 9562")
  func uuid() {
    #expect(
      NamedUUID(domain: "www.example.com").description == "5C146B14-3C52-8AFD-938A-375D0DF1FBF6")
  }

  @Test(
    "Text in XML is what it was, and no markup",
    arguments: [
      ("a<b>&\"'c", "a&lt;b&gt;&amp;&quot;&apos;c"), ("]]>", "]]&gt;"),
      ("</string>", "&lt;/string&gt;"),
      ("a\u{0}b\u{1B}c\u{85}d", "a b c d"), ("a\u{FFFE}\u{FFFF}b", "a  b"), ("新宿区🏯", "新宿区🏯"),
    ])
  func xml(text: String, expected: String) {
    #expect(XMLText.escaped(text) == expected)
  }

  @Test(
    "A value of radsecproxy holds nothing that its reader takes for more",
    arguments: [
      ("4CITY.EXAMPLE:JP", "4CITY.EXAMPLE:JP"), ("OpenRoaming Gold", "OpenRoaming%20Gold"),
      ("a%41", "a%2541"), ("\"}\n#", "%22%7d%0a%23"), ("é", "%c3%a9"),
    ])
  func radsecproxy(text: String, expected: String) {
    #expect(RadsecproxyConfiguration.value(text) == expected)
  }

  @Test(
    "A text of FreeRADIUS ends where it ends",
    arguments: [
      ("4CITY:JP", "'4CITY:JP'"), ("a'b", "'a\\'b'"), ("a\\", "'a\\\\'"),
      ("%{User-Name}", "'%{User-Name}'"),
    ])
  func freeRADIUS(text: String, expected: String) {
    #expect(FreeRADIUSSite.quoted(text) == expected)
  }

  @Test("What becomes a line stays one line")
  func lines() {
    var file = ConfigurationText()
    file.line("a\nb\r\nc\u{2028}d\u{85}e\u{0}f")
    file.comment("あ\nssid=x", "b\nssid=y")
    #expect(file.text.split(whereSeparator: \.isNewline).count == 3)
    #expect(file.text.hasPrefix("a b  c d e f\n"))
  }

  @Test(
    "A consortium is explained where it is announced, and those outside of beacons are told apart")
  func consortia() throws {
    let profile = try ProfileDraft.sample.with([
      .rcois: "5A03BA0000\n004096\n5A03BA1000\n5A03BA0400"
    ]).profile()
    let text = try ProfileFile.hostapd.content(of: profile)
    let lines = text.split(separator: "\n").map(String.init)
    let last = try #require(lines.firstIndex(of: "roaming_consortium=5a03ba1000"))
    #expect(lines[last + 2] == "# Those below are not in beacons.")
    #expect(lines[last + 3].contains("行政機関の利用者") && lines[last + 3].contains("government"))
  }

  @Test("The service that is offered is the best that a consortium promises")
  func tier() throws {
    let gold = try ProfileDraft.sample.with([
      .settlement: "settled", .rcois: "5A03BA0000\nBAA2D02100\nBAA2D04100",
    ]).profile()
    #expect(
      try ProfileFile.radsecproxy.content(of: gold).contains("14122:12:'OpenRoaming%20Gold\n"))
  }

  @Test("A profile that no phone can join has no configuration for its access points")
  func open() throws {
    let profile = try ProfileDraft.sample.with([.passpoint: "", .security: "Open"]).profile()
    #expect(throws: ValueProblem.self) { try ProfileFile.hostapd.content(of: profile) }
  }

  @Test(
    "What was found stands at the head of each file of a profile",
    arguments: [ProfileFile.hostapd, .radsecproxy, .freeRADIUS, .apple])
  func findings(file: ProfileFile) throws {
    let draft = ProfileDraft.sample.with([.frontEnd: "freeradius"])
    #expect(try !file.content(of: draft.profile()).contains("WBAID"))
    let text = try file.content(of: draft.with([.wbaid: ""]).profile())
    #expect(text.contains("【問題】WBAIDがありません。"))
    #expect(text.contains("Problem: There is no WBAID"))
  }

  @Test("A comment in XML holds no end of one", arguments: ["a--b", "a---->b", "-", "--"])
  func comment(text: String) {
    let comment = XMLText.comments([text])
    #expect(comment.hasPrefix("<!-- ") && comment.hasSuffix(" -->\n"))
    #expect(!comment.dropFirst(4).dropLast(4).contains("--"))
  }

  @Test("A line that hostapd would break in two is not made")
  func longLine() throws {
    func content(_ domains: String) throws -> String {
      try ProfileFile.hostapd.content(of: ProfileDraft.sample.with([.domains: domains]).profile())
    }
    let text = try content(ProfileRulesTests.longDomains(134))
    #expect(text.split(separator: "\n").contains { $0.utf8.count > 4_000 })
    #expect(throws: ValueProblem.self) { try content(ProfileRulesTests.longDomains(137)) }
  }

  @Test(
    "FreeRADIUS listens where access points come from",
    arguments: [
      ("192.0.2.0/24", ["ipaddr = *"], ["ipaddr = 192.0.2.0/24"]),
      ("2001:db8::/32", ["ipv6addr = ::"], ["ipv6addr = 2001:db8::/32"]),
      (
        "2001:db8::/32\n198.51.100.0/24", ["ipaddr = *", "ipv6addr = ::"],
        ["ipv6addr = 2001:db8::/32", "ipaddr = 198.51.100.0/24"]
      ),
    ])
  func listens(networks: String, listens: [String], clients: [String]) throws {
    let draft = ProfileDraft.sample.with([.frontEnd: "freeradius", .accessPoints: networks])
    let lines = try ProfileFile.freeRADIUS.content(of: draft.profile()).split(separator: "\n")
    let inListen = lines.filter { $0.hasPrefix("    ip") }.map { String($0.dropFirst(4)) }
    #expect(inListen == listens.flatMap { [$0, $0] })
    let inClient = lines.filter { $0.hasPrefix("  ip") && !$0.contains("127.0.0.1") }
      .filter { !$0.hasPrefix("    ") }
    #expect(inClient.map { String($0.dropFirst(2)) } == clients)
  }

  @Test("The same profile makes the same files", arguments: ProfileFile.allCases)
  func deterministic(file: ProfileFile) throws {
    let draft = ProfileDraft.sample.with([.frontEnd: "freeradius"])
    #expect(try file.content(of: draft.profile()) == file.content(of: draft.profile()))
  }
}
