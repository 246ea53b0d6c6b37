import Testing
import YuiText

@testable import WiFiSiteRegistry

extension ProfileDraft {
  /// A profile with which nothing is wrong.
  static var sample: ProfileDraft {
    var draft = ProfileDraft()
    draft[.nameJa] = "図書館の無線LAN"
    draft[.nameEn] = "Libraries"
    draft[.ssid] = "CITY_OpenRoaming"
    draft[.wbaid] = "CITY.EXAMPLE:JP"
    draft[.operatorNames] = "jpn:例示市\neng:Example City"
    draft[.venue] = "1,8"
    draft[.venueNames] = "jpn:中央図書館\neng:Central Library"
    draft[.domains] = "wifi.city.example.lg.jp"
    draft[.realms] = "0,example.org,13[5:6],21[2:4][5:7]"
    draft[.serverNames] = "radius.example.org"
    draft[.server] = "198.51.100.10"
    draft[.accessPoints] = "198.51.100.0/24"
    return draft
  }

  /// The draft with some fields changed.
  func with(_ fields: [Field: String]) -> ProfileDraft {
    var draft = self
    for (field, text) in fields { draft[field] = text }
    return draft
  }

  /// The profile; the test fails where it is none.
  func profile(_ slug: String = "libraries") throws -> OpenRoamingProfile {
    switch checked(as: try #require(Slug(slug))) {
    case .success(let profile): return profile
    case .failure(let problems):
      Issue.record("\(problems)")
      throw ValueProblem(ja: "", en: "no profile")
    }
  }

  /// The fields that are refused.
  func refused() throws -> Set<Field> {
    switch checked(as: try #require(Slug("libraries"))) {
    case .success: []
    case .failure(let problems): Set(problems.keys)
    }
  }
}
