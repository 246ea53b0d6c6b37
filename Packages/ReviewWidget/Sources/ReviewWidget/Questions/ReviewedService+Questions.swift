import YuiStorage
import YuiTenancy

extension ReviewedService {
  /// What is asked about it: its set, without free text where the tenant wants none.
  func questions(_ settings: ReviewSettings, in source: some Queryable) throws -> QuestionSet {
    var asked = try QuestionSetStore.set(questionSet, in: source) ?? .short
    if !settings.asksForComment { asked.questions[.comment]?.isAsked = false }
    return asked
  }

  /// What is asked about it, by the settings as they are.
  func questions(in source: some Queryable) throws -> QuestionSet {
    try questions(try ReviewWidget().settings(in: source), in: source)
  }
}
