import ReviewWidget
import Testing
import YuiText

@Suite struct ReviewDraftTests {
  @Test("A score is a whole number from 1 to 5", arguments: 1...5)
  func score(score: Int) throws {
    let content = try draft(score: score).checked().get()
    #expect(content.score.rawValue == score)
  }

  @Test("Any other score, and none, is refused", arguments: [nil, 0, 6, -1, 55, .min, .max])
  func badScore(score: Int?) {
    #expect(problems(draft(score: score)) == [.score])
  }

  /// One character as people count them, of several scalars.
  private static let family = "👨‍👩‍👧"
  private static let decomposedGa = "か\u{3099}"

  @Test(
    "A comment may have a thousand characters, whatever they are made of",
    arguments: ["a", "あ", "𠮷", "👍🏽", "🇯🇵", "e\u{301}", decomposedGa, "\n"])
  func longest(character: String) throws {
    var draft = draft()
    draft.comment = "x" + String(repeating: character, count: 998) + "x"
    #expect(try draft.checked().get().comment == draft.comment)
  }

  @Test(
    "A comment of 1,001 characters is refused, and says how many are too many",
    arguments: ["a", "あ", "👍🏽", decomposedGa, family])
  func tooLong(character: String) {
    var draft = draft()
    draft.comment = String(repeating: character, count: 1_001)
    #expect(problems(draft) == [.comment])
    #expect(
      message(draft, .comment)?[.ja] == "ご意見は1,000文字以内で入力してください（1文字超過しています）。")
  }

  @Test("A few characters that carry thousands of marks are too long as well, and it is said so")
  func heavy() {
    var draft = draft()
    draft.comment = "e" + String(repeating: "\u{301}", count: 20_000)
    #expect(problems(draft) == [.comment])
    #expect(message(draft, .comment)?[.en].contains("too long") == true)
  }

  @Test(
    "A comment with control characters is refused",
    arguments: ["a\u{0}b", "a\u{7}b", "a\u{1B}[31mb", "a\u{7F}b", "a\u{85}b", "a\rb"])
  func control(comment: String) {
    var draft = draft()
    draft.comment = comment
    #expect(problems(draft) == [.comment])
  }

  @Test(
    "A comment is kept as it was written, but for the white space around it",
    arguments: [
      ("  よかった。\n", "よかった。"), ("一行目\n\t二行目", "一行目\n\t二行目"), ("　", ""), ("", ""),
      ("<b>=1+1</b>", "<b>=1+1</b>"), ("カﾞ①", "カﾞ①"),
    ])
  func kept(comment: String, stored: String) throws {
    var draft = draft()
    draft.comment = comment
    let content = try draft.checked().get()
    #expect(Array(content.comment.unicodeScalars) == Array(stored.unicodeScalars))
  }

  @Test(
    "Reasons are the form's or short texts of other programs, each once",
    arguments: [
      ([], []), (["time", "attitude"], ["time", "attitude"]), (["time", "time"], ["time"]),
      ([" 駐車場 ", ""], ["駐車場"]),
      ([String(repeating: "長", count: 50)], [String(repeating: "長", count: 50)]),
      ((1...10).map { "r\($0)" }, (1...10).map { "r\($0)" }),
    ])
  func reasons(given: [String], kept: [String]) throws {
    var draft = draft()
    draft.reasons = given
    #expect(try draft.checked().get().reasons.map(\.description) == kept)
  }

  @Test(
    "A reason without polarity takes it from the score, one with it keeps it",
    arguments: [
      (1, "time", "negative:time"), (2, "time", "negative:time"), (3, "time", "time"),
      (4, "time", "positive:time"), (5, "time", "positive:time"),
      (5, "negative:time", "negative:time"), (3, "positive:駐車場", "positive:駐車場"),
      (5, "neutral:time", "positive:neutral:time"),
    ])
  func polarity(score: Int, given: String, kept: String) throws {
    var draft = draft(score: score)
    draft.reasons = [given]
    #expect(try draft.checked().get().reasons.map(\.description) == [kept])
  }

  @Test("The other answers are taken within their bounds")
  func answers() throws {
    var draft = draft()
    (draft.goal, draft.ease, draft.clarity, draft.nps) = ("partly", "1", "5", "0")
    let content = try draft.checked().get()
    #expect(content.goal == .partly)
    #expect(content.ease == 1)
    #expect(content.clarity == 5)
    #expect(content.nps == 0)
  }

  @Test(
    "Other answers outside of their bounds are refused",
    arguments: [
      ("maybe", "6", "0", "11"), ("YES", "-1", "2.5", "-1"), (" yes", "five", "１", "10.5"),
    ])
  func badAnswers(answers: (goal: String, ease: String, clarity: String, nps: String)) {
    var draft = draft()
    (draft.goal, draft.ease, draft.clarity, draft.nps) = answers
    #expect(problems(draft) == [.goal, .ease, .clarity, .nps])
  }

  @Test("Personal data in a comment, a reason or a place are taken out, and the response is marked")
  func masking() throws {
    var draft = draft()
    draft.comment = "連絡は taro@example.jp へ"
    draft.reasons = ["taro@example.jp に聞いた"]
    let content = try draft.checked().get()
    #expect(!content.comment.contains("taro"))
    #expect(content.isMasked)
    #expect(!content.reasons.description.contains("taro"))
    draft.comment = "よかった"
    #expect(try draft.checked().get().isMasked)
    draft.reasons = ["time"]
    #expect(try !draft.checked().get().isMasked)
  }

  @Test(
    "A number is taken out of a reason and of a place too",
    arguments: ["090-1234-5678", "09012345678", "taro@example.com", "4111111111111111"])
  func maskingElsewhere(text: String) throws {
    var draft = draft()
    (draft.reasons, draft.place) = ([text], text)
    let content = try draft.checked().get()
    #expect(content.isMasked && !content.place.contains(text))
    #expect(!content.reasons.description.contains(text))
  }

  @Test(
    "Reasons that are too many, too long or could not stand in a file are refused",
    arguments: [
      (1...11).map { "r\($0)" }, [String(repeating: "長", count: 51)], ["time;place"], ["a\nb"],
      ["a\u{0}"], ["good", "a\tb"],
    ])
  func badReasons(reasons: [String]) {
    var draft = draft()
    draft.reasons = reasons
    #expect(problems(draft) == [.reasons])
  }

  @Test(
    "A channel is one of those there are; none means the web",
    arguments: [
      ("", Channel.web), ("web", .web), ("counter", .counter), ("kiosk", .kiosk),
      ("letter", .letter), ("phone", .phone), ("paper", .paper),
    ])
  func channel(name: String, channel: Channel) throws {
    var draft = draft()
    draft.channel = name
    #expect(try draft.checked().get().channel == channel)
  }

  @Test("Another channel is refused", arguments: ["fax", "WEB", " web", "web\u{0}"])
  func badChannel(name: String) {
    var draft = draft()
    draft.channel = name
    #expect(problems(draft) == [.channel])
  }

  @Test(
    "A place is one line of at most 40 characters",
    arguments: [
      ("window-3", true), ("", true), ("本庁舎2階 3番窓口", true),
      (String(repeating: "階", count: 40), true),
      (String(repeating: "階", count: 41), false), ("a\nb", false), ("a\u{0}", false),
    ])
  func place(place: String, isTaken: Bool) {
    var draft = draft()
    draft.place = place
    #expect(problems(draft) == (isTaken ? [] : [.place]))
  }

  @Test("Everything that is wrong is told at once, in the order of the form")
  func all() {
    var draft = draft(score: 6)
    draft.reasons = ["a;b"]
    draft.comment = "\u{0}"
    draft.channel = "fax"
    draft.place = "\u{0}"
    #expect(problems(draft) == [.score, .reasons, .comment, .channel, .place])
  }

  private func draft(score: Int? = 3) -> ReviewDraft {
    var draft = ReviewDraft()
    draft.score = score
    return draft
  }

  private func problems(_ draft: ReviewDraft) -> [ReviewDraft.Field] {
    guard case .failure(let problems) = draft.checked() else { return [] }
    return problems.all.map(\.field)
  }

  private func message(_ draft: ReviewDraft, _ field: ReviewDraft.Field) -> LocalizedText? {
    guard case .failure(let problems) = draft.checked() else { return nil }
    return problems.message(for: field)
  }
}
