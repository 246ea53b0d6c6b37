import Testing
import YuiText

@testable import WiFiSiteRegistry

@Suite struct ProfileDraftTests {
  @Test("A profile comes back from its form as it was")
  func roundTrip() throws {
    let draft = ProfileDraft.sample.with([
      .rcois: "5a-03-ba-00-00\n004096", .cells: "440,10\n440,20", .venue: "other",
      .otherVenue: "6,4", .hessid: "02-03-04-05-06-07", .anqpDomain: "65535", .furtherStep: "yes",
      .settlement: "settled", .four: "7", .six: "2", .networkType: "15", .frontEnd: "freeradius",
      .venueURL: "https://www.city.example.lg.jp/", .security: "WPA3-Enterprise",
    ])
    let profile = try draft.profile()
    #expect(try ProfileDraft(profile).profile() == profile)
    #expect(profile.rcois.map(\.description) == ["5A03BA0000", "004096"])
    #expect(profile.venue == VenueType(group: 6, type: 4))
    #expect(profile.security == [.wpa3Enterprise])
  }

  @Test("A new form needs a name, an SSID and nothing else")
  func new() throws {
    #expect(try ProfileDraft().refused() == [.nameJa, .ssid])
    let least = ProfileDraft().with([.nameJa: "市の無線LAN", .ssid: "CITY"])
    #expect(try least.profile().rcois == [.everyone])
  }

  @Test(
    "What is wrong is told at its field",
    arguments: [
      (.nameJa, ""), (.nameJa, "a\nb"), (.nameJa, String(repeating: "長", count: 101)),
      (.nameEn, String(repeating: "a", count: 101)), (.ssid, ""), (.security, ""),
      (.security, "WPA2-Personal"), (.security, "Open"), (.security, "WEP"),
      (.security, "WPA2-Enterprise\nOpen"), (.settlement, "maybe"), (.rcois, "5A03BA000"),
      (.rcois, "5A03"), (.rcois, "5A03BA0000\n5a:03:ba:00:00"), (.wbaid, "EXAMPLE"),
      (.operatorNames, "例示市"), (.operatorNames, "jpn:例示市\njpn:例示区"), (.networkType, "6"),
      (.networkType, "free"), (.four, "8"), (.six, "3"), (.venue, "1,99"),
      (.venueNames, "Central Library"), (.venueURL, "javascript:alert(1)"), (.domains, "example"),
      (.domains, "a.example\nA.example"), (.realms, "example.org"),
      (.realms, "0,a.example\n0,b.example;a.example,21"), (.cells, "44,10"),
      (.hessid, "02:03"), (.anqpDomain, "65536"), (.anqpDomain, "-1"),
      (.serverNames, "radius"), (.frontEnd, "nginx"), (.server, "radius.example.org"),
      (.accessPoints, "0.0.0.0/0"), (.authorities, "wba.pem"), (.certificate, "/a b"),
      (.key, "/etc/key\""), (.lookup, "$(reboot)"),
      (.domains, (1...31).map { "d\($0).example" }.joined(separator: "\n")),
    ] as [(ProfileDraft.Field, String)])
  func refused(field: ProfileDraft.Field, text: String) throws {
    #expect(try ProfileDraft.sample.with([field: text]).refused() == [field])
  }

  @Test("A number of a place is asked for only where none of the kinds is chosen")
  func otherVenue() throws {
    #expect(try ProfileDraft.sample.with([.venue: "other"]).refused() == [.otherVenue])
    #expect(try ProfileDraft.sample.with([.otherVenue: "x"]).refused() == [])
  }

  @Test("Without Passpoint a network may have any protection")
  func withoutPasspoint() throws {
    let open = ProfileDraft.sample.with([.passpoint: "", .security: "Open\nEnhanced Open"])
    #expect(try open.profile().security == [.open, .enhancedOpen])
  }

  @Test("A problem names the line, what stands there and what to do")
  func words() throws {
    let draft = ProfileDraft.sample.with([.rcois: "5A03BA0000\n\n5A03BA000"])
    guard case .failure(let problems) = draft.checked(as: try #require(Slug("a"))) else {
      Issue.record("it was taken")
      return
    }
    #expect(
      problems[.rcois]?[.ja] == "2行目「5A03BA000」：16進数の桁数が奇数です。1オクテットは2桁です。例）5A03BA0000")
  }
}
