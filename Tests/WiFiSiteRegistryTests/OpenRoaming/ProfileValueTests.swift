import Testing
import YuiText

@testable import WiFiSiteRegistry

/// What is typed for a profile, and what of it is taken.
@Suite struct ProfileValueTests {
  /// What a type makes of a text; nil where it refuses.
  static func read<Value: CheckedText>(_ type: Value.Type, _ text: String) -> String? {
    (try? Value(checking: text))?.description
  }

  @Test(
    "A realm is read as hostapd writes it",
    arguments: [
      ("0,example.org", "0,example.org"),
      ("0,Example.ORG;example.net", "0,example.org;example.net"),
      ("0, example.org , 13[5:6], 21[2:4][5:7]", "0,example.org,13[5:6],21[2:4][5:7]"),
      ("1,日本のレルム,25[3:26]", "1,日本のレルム,25[3:26]"),
      (
        "0,wlan.mnc010.mcc440.3gppnetwork.org,18,23,50",
        "0,wlan.mnc010.mcc440.3gppnetwork.org,18,23,50"
      ),
    ])
  func realm(text: String, expected: String) {
    #expect(Self.read(NAIRealm.self, text) == expected)
  }

  @Test(
    "What is no realm is refused",
    arguments: [
      "", "example.org", "example.org,21[2:4]", "2,example.org", "0", "0,", "0,example",
      "0,a b.example",
      "0,-a.example.org", "0,日本.example", "0,example.org;example.org", "0,example.org,21,21",
      "0,example.org,0", "0,example.org,256", "0,example.org,21[2:5]", "0,example.org,21[9:1]",
      "0,example.org,21[2:4", "0,example.org,21(2:4)", "0,example.org,TTLS", "+0,example.org",
      "1,a b", "1,a[b]", "1,", "0,example.org,1,2,3,4,5,6",
      "0,example.org,21[2:1][2:2][2:3][2:4][5:7]",
      "0," + (1...11).map { "r\($0).example.org" }.joined(separator: ";"),
      "0," + String(repeating: "a.", count: 128) + "org",
    ])
  func noRealm(text: String) {
    #expect(Self.read(NAIRealm.self, text) == nil)
  }

  @Test(
    "A method is told in words",
    arguments: [
      ("13[5:6]", "EAP-TLS（証明書）"), ("21[2:4][5:7]", "EAP-TTLS（MSCHAPv2、ユーザー名とパスワード）"),
      ("18", "EAP-SIM"), ("23[5:2]", "EAP-AKA（USIM）"), ("50", "EAP-AKA'"),
      ("25[3:26]", "PEAP（MSCHAPv2）"),
      ("43", "EAP-FAST"), ("99", "EAP 99"), ("21[5:8]", "EAP-TTLS（[5:8]）"),
    ])
  func method(text: String, words: String) throws {
    #expect(try EAPMethod(checking: text).words[.ja] == words)
  }

  @Test(
    "A mobile network is read, and has the realm that phones name",
    arguments: [
      ("440,10", "440,10", "wlan.mnc010.mcc440.3gppnetwork.org"),
      ("310-410", "310,410", "wlan.mnc410.mcc310.3gppnetwork.org"),
    ])
  func cell(text: String, expected: String, realm: String) throws {
    let cell = try CellularNetwork(checking: text)
    #expect(cell.description == expected)
    #expect(cell.realm == realm)
    #expect(CellularNetwork(realm: realm)?.realm == realm)
  }

  @Test(
    "What is no mobile network is refused",
    arguments: ["", "440", "44,10", "440,1", "440,1000", "4400,10", "440,1a", "440,10,1", "４４０,10"])
  func noCell(text: String) {
    #expect(Self.read(CellularNetwork.self, text) == nil)
  }

  @Test(
    "A name has its language in front",
    arguments: [
      ("jpn:新宿区役所", "jpn:新宿区役所"), ("ENG: City Hall ", "eng:City Hall"), ("ja:市", "jpn:市"),
      ("eng:a:b", "eng:a:b"),
      ("jpn:" + String(repeating: "あ", count: 84), "jpn:" + String(repeating: "あ", count: 84)),
    ])
  func name(text: String, expected: String) {
    #expect(Self.read(NamedText.self, text) == expected)
  }

  @Test(
    "A name without a language, without words or too long is refused",
    arguments: [
      "", "新宿区役所", "City Hall", "x:市", "日本語:市", "engl:City", "eng:", "eng: ", "de:Rathaus",
      "eng:a\u{1}b", "eng:a\u{2028}b", "jpn:" + String(repeating: "あ", count: 84) + "a",
    ])
  func noName(text: String) {
    #expect(Self.read(NamedText.self, text) == nil)
  }

  @Test(
    "A name that comes from elsewhere is made to fit",
    arguments: [
      ("中央図書館", "中央図書館"), ("  a\nb\r\nc\t", "a b  c"), ("a\u{2028}b\u{85}c", "a b c"),
      (String(repeating: "あ", count: 85), String(repeating: "あ", count: 84)),
    ])
  func keptName(text: String, expected: String) throws {
    #expect(NamedText("jpn", keeping: text)?.text == expected)
  }

  @Test("Of a name of nothing but white space nothing is kept")
  func emptyName() {
    #expect(NamedText("jpn", keeping: " \n　") == nil)
  }

  @Test(
    "A kind of place is two numbers",
    arguments: [
      ("1,8", "1,8"), ("11, 255", "11,255"), ("12,0", nil), ("1", nil), ("1,256", nil),
      ("a,b", nil),
      ("-1,0", nil), ("1,8,2", nil),
    ] as [(String, String?)])
  func venue(text: String, expected: String?) {
    #expect(Self.read(VenueType.self, text) == expected)
  }

  @Test("No two kinds of places that are offered are the same")
  func venues() {
    #expect(Set(VenueType.known.map(\.venue)).count == VenueType.known.count)
    #expect(Set(VenueType.known.map(\.name)).count == VenueType.known.count)
  }

  @Test(
    "An operator's WBAID becomes its Operator-Name",
    arguments: [
      ("EXAMPLE:US", "4EXAMPLE:US"), ("example:jp", "4EXAMPLE:JP"),
      ("CITY.EXAMPLE_1-A:JP", "4CITY.EXAMPLE_1-A:JP"),
    ])
  func wbaid(text: String, operatorName: String) throws {
    #expect(try WBAID(checking: text).operatorName == operatorName)
  }

  @Test(
    "What is no WBAID is refused",
    arguments: [
      "", "EXAMPLE", "EXAMPLE:", ":US", "EXAMPLE:USA", "EXAMPLE:U1", "EX AMPLE:US", "日本:JP",
      ".A:US",
      "A'B:US", "A:US\n", "A:B:US", String(repeating: "A", count: 62) + ":US",
    ])
  func noWBAID(text: String) {
    #expect(Self.read(WBAID.self, text) == nil)
  }

  @Test(
    "Addresses, networks and paths are plain",
    arguments: [
      ("192.0.2.1", true), ("2001:db8::1", true), ("192.0.2.256", false), ("localhost", false),
      ("", false), ("1.2.3.4 ", false),
    ])
  func address(text: String, isTaken: Bool) {
    #expect((Self.read(IPAddress.self, text) != nil) == isTaken)
    #expect((Self.read(IPNetwork.self, text + "/24") != nil) == isTaken)
    for length in ["", "7", "129", "x", "-8", "24/1"] {
      #expect(Self.read(IPNetwork.self, "\(text)/\(length)") == nil)
    }
    #expect(Self.read(IPNetwork.self, "192.0.2.0/33") == nil)
  }

  @Test(
    "An SSID has 1 to 32 octets, a HESSID six",
    arguments: [
      (String(repeating: "a", count: 32), true), (String(repeating: "a", count: 33), false),
      (String(repeating: "あ", count: 10), true), (String(repeating: "あ", count: 11), false),
      ("", false), ("a\nb", false),
    ])
  func ssid(text: String, isTaken: Bool) {
    #expect((Self.read(NetworkName.self, text) != nil) == isTaken)
    #expect(Self.read(HESSID.self, text) == nil)
    #expect(Self.read(HESSID.self, "02-AB-04-05-06-07") == "02:ab:04:05:06:07")
    #expect(Self.read(HESSID.self, "02:ab:04:05:06:0g") == nil)
  }

  // (ipv4 & 0x3f) << 2 | (ipv6 & 0x3); hostapd's own example is 0x14.
  @Test("The octet of addresses is that of hostapd.conf")
  func availability() {
    #expect(
      AddressAvailability(four: .portRestrictedSingleNAT, six: .none).octet == 0x14)
    #expect(AddressAvailability(four: .singleNAT, six: .available).octet == 0x0d)
  }
}
