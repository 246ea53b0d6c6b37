import FoundationEssentials
import YuiStorage
import YuiText

@testable import WiFiSiteRegistry

/// Answers with what is wrong with a profile, or with what was found in it and the files made of it.
///
/// Takes a line of JSON for each profile, `{"form": {field: text}, "site": {"name", "name_en", "rcois"}}`;
/// fields that are left out are as in a new profile, and a site is as whoever stored it left it.
@main
enum OpenRoamingAnswers {
  struct Question: Decodable {
    let form: [String: String]
    var site: Site?
  }

  struct Site: Decodable {
    let name: String
    let name_en: String
    let rcois: [String]
  }

  struct Answer: Encodable {
    var problems: [String: String] = [:]
    var findings: [String] = []
    var files: [String: String] = [:]
    var refused: [String: String] = [:]
  }

  static func main() throws {
    while let line = readLine() {
      let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
      let answer = try JSONEncoder().encode(answer(to: question))
      print(String(decoding: answer, as: UTF8.self))
    }
  }

  private static func answer(to question: Question) -> Answer {
    var draft = ProfileDraft()
    for field in ProfileDraft.Field.allCases {
      if let text = question.form[field.rawValue] { draft[field] = text }
    }
    var answer = Answer()
    guard let slug = Slug("city-wifi") else { return answer }
    switch draft.checked(as: slug) {
    case .failure(let problems):
      for (field, message) in problems { answer.problems[field.rawValue] = message[.en] }
    case .success(var profile):
      if let site = question.site {
        var place = WiFiSite(UUIDv7(at: Timestamp(milliseconds: 0)), name: site.name)
        place.nameEn = site.name_en
        place.rcois = site.rcois.compactMap(RoamingConsortium.init(_:))
        profile = profile.announced(at: place)
      }
      answer.findings = ProfileRules.findings(of: profile).map(\.rule.rawValue)
      for file in ProfileFile.allCases {
        do {
          answer.files[file.rawValue] = try file.content(of: profile)
        } catch {
          answer.refused[file.rawValue] = error.message[.en]
        }
      }
    }
    return answer
  }
}
