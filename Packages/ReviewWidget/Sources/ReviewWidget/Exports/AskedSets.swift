import YuiStorage
import YuiText

/// The question sets that responses of a page were asked with, each read once.
struct AskedSets {
  private var sets: [QuestionSet.Version: QuestionSet] = [:]

  init(_ responses: [ReviewResponse], in source: some Queryable) throws {
    for version in Set(responses.compactMap(\.content.questionSet)) {
      sets[version] = try QuestionSetStore.set(version, in: source)
    }
  }

  /// What a response was asked; nil where that is not known.
  func set(of response: ReviewResponse) -> QuestionSet? {
    response.content.questionSet.flatMap { sets[$0] }
  }
}
