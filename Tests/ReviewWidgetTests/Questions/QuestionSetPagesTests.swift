@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct QuestionSetPagesTests {
  private static let path = "/staff/reviews/questions"

  @Test("The sets that Yui brings are listed with what they ask", arguments: Engine.allCases)
  func list(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let page = try tenant.client(.viewer, on: tenant.serve()).get(Self.path).text
    for set in ["short/1", "full/1", "counter/1", "a11/1"] { #expect(page.contains(set)) }
  }

  @Test(
    "A change makes a new version that services ask from then on; the old one stays",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func edit(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.client(.editor, on: tenant.serve(mode))
    _ = try client.get("\(Self.path)/short/edit")
    let answer = try client.post("\(Self.path)/short/edit", fields: try Self.form(label: "いかが？"))
    #expect(answer.status == 303)
    let (old, new) = try tenant.versions("short")
    #expect(new?.questions[.score]?.label[.ja] == "いかが？")
    #expect(old == QuestionSet.short)
    let service = try tenant.store.read {
      try ServiceStore.service(try #require(Slug("a")), in: $0)
    }
    #expect(service?.questionSet.description == "short/2")
    #expect(try tenant.audited().last == "reviews.questions.changed short/2")
    #expect(try client.get("\(Self.path)/short").text.contains("いかが？"))
  }

  @Test("What was saved unchanged makes no version", arguments: Engine.allCases)
  func unchanged(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.client(.editor, on: tenant.serve())
    _ = try client.get("\(Self.path)/short/edit")
    #expect(try client.post("\(Self.path)/short/edit", fields: try Self.form()).status == 303)
    #expect(try tenant.versions("short").new == nil)
  }

  @Test("What is wrong is told at its field, and nothing is stored", arguments: Engine.allCases)
  func wrong(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.client(.editor, on: tenant.serve())
    _ = try client.get("\(Self.path)/short/edit")
    let answer = try client.post("\(Self.path)/short/edit", fields: try Self.form(label: ""))
    #expect(answer.status == 422)
    #expect(answer.text.contains("日本語の文言を入力してください。"))
    #expect(answer.text.contains("#field-label-score-ja"))
    #expect(try tenant.versions("short").new == nil)
  }

  @Test("Of two who edit the same version, the second is told", arguments: Engine.allCases)
  func meanwhile(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.client(.editor, on: tenant.serve())
    _ = try client.get("\(Self.path)/short/edit")
    #expect(
      try client.post("\(Self.path)/short/edit", fields: try Self.form(label: "一")).status == 303)
    #expect(
      try client.post("\(Self.path)/short/edit", fields: try Self.form(label: "二")).status == 409)
  }

  @Test("A copy is a set of its own, which a service can ask", arguments: Engine.allCases)
  func copy(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.client(.editor, on: tenant.serve())
    _ = try client.get(Self.path)
    let answer = try client.post("\(Self.path)/short/copy", form: [:])
    #expect(answer.headers["Location"] == "\(Self.path)/short-2/edit")
    #expect(try tenant.versions("short-2").old?.questions == QuestionSet.short.questions)
    #expect(try client.get("/staff/reviews/services/a/edit").text.contains("short-2"))
  }

  @Test("A form in six languages has words in each, for all that is asked")
  func languages() {
    for set in QuestionSet.presets {
      for question in QuestionKind.allCases.compactMap({ set.asked($0) }) {
        for language in Language.allCases {
          #expect(question.label.spokenLanguage(in: language) == language)
        }
      }
      for reason in set.reasons {
        for language in Language.allCases {
          #expect(reason.label.spokenLanguage(in: language) == language)
        }
      }
    }
  }

  @Test(
    "Half a reading is refused at its field, before residents see its braces",
    arguments: Engine.allCases, ["{図書館", "図書館}", "{図書館}", "{図書館|}", "{図書館|としょかん"])
  func brokenReading(engine: Engine, label: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.client(.editor, on: tenant.serve())
    _ = try client.get("\(Self.path)/short/edit")
    let answer = try client.post("\(Self.path)/short/edit", fields: try Self.form(label: label))
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-label-score-ja\""))
    #expect(answer.text.contains("ふりがなは{漢字|かんじ}の形で"))
    let good = try client.post(
      "\(Self.path)/short/edit", fields: try Self.form(label: "{図書館|としょかん}"))
    #expect(good.status == 303)
  }

  @Test("Words are needed of questions alone that are asked", arguments: Engine.allCases)
  func notAsked(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.client(.editor, on: tenant.serve())
    let page = try client.get("\(Self.path)/short/edit").text
    #expect(page.matches(of: /data-required="true"/).count == 4)
    let fields = try Self.form().filter { $0.name != "label-nps-ja" }
    let asking = fields + [FormData.Field("asked", "nps")]
    #expect(try client.post("\(Self.path)/short/edit", fields: asking).status == 422)
    #expect(try client.post("\(Self.path)/short/edit", fields: fields).status == 303)
  }

  /// What the browser sends of the form of `short/1`.
  private static func form(label: String? = nil) throws -> [FormData.Field] {
    let set = QuestionSet.short
    var fields = [FormData.Field("version", "1")]
    func add(_ name: String, _ text: LocalizedText) {
      for language in Language.allCases {
        fields.append(FormData.Field("\(name)-\(language.rawValue)", text.words(in: language)))
      }
    }
    add("title", set.title)
    for kind in QuestionKind.allCases {
      let question = try #require(set.questions[kind])
      var words = question.label
      if kind == .score, let label { words.set(label, in: .ja) }
      add("label-\(kind.rawValue)", words)
      add("support-\(kind.rawValue)", question.support)
      if question.isAsked, kind != .score { fields.append(FormData.Field("asked", kind.rawValue)) }
    }
    for (index, reason) in set.reasons.enumerated() {
      fields.append(FormData.Field("reason-\(index)-code", reason.code))
      fields.append(FormData.Field("reason-\(index)-driver", reason.driver?.rawValue ?? ""))
      add("reason-\(index)", reason.label)
    }
    return fields
  }
}

extension ReviewTenant {
  fileprivate func versions(_ set: String) throws -> (old: QuestionSet?, new: QuestionSet?) {
    let slug = try #require(Slug(set))
    return try store.read { snapshot in
      (
        try QuestionSetStore.set(QuestionSet.Version(slug, 1), in: snapshot),
        try QuestionSetStore.set(QuestionSet.Version(slug, 2), in: snapshot)
      )
    }
  }
}
