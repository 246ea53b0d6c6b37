import YuiStorage
import YuiText

extension PlaceStore {
  /// The place of a service that a text names, as it stands in an address; nil for any other text.
  static func place(
    named code: String, of service: ReviewedService, in source: some Queryable
  ) throws -> ReviewPlace? {
    try Slug(code).flatMap { try place($0, of: service.slug, in: source) }
  }
}

extension ReviewedService {
  /// What is asked about it.
  func questions(in source: some Queryable) throws -> QuestionSet {
    try QuestionSetStore.set(questionSet, in: source) ?? .short
  }
}
