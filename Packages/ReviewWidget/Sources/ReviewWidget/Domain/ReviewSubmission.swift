import YuiStorage
import YuiText
import YuiWeb

/// Taking in a response, from the form or the API: one place, one set of rules.
enum ReviewSubmission {
  /// Stores a response to a service that takes it.
  ///
  /// - Throws: a 409 for a closed service, ``ReviewProblems`` for a channel it does not offer.
  ///
  /// - Parameters:
  ///   - wasOffered: whether the showing of its form was counted before it came.
  ///   - day: when it was given, for one that was written on paper.
  static func add(
    _ content: ReviewContent, to service: ReviewedService, at now: Timestamp,
    wasOffered: Bool = false,
    on day: CalendarDate? = nil, in transaction: Transaction
  ) throws -> ReviewResponse {
    guard service.status == .open else { throw closed(service) }
    guard service.channels.contains(content.channel) else {
      var problems = ReviewProblems()
      problems.add(.channel, channelNotOffered(service))
      throw problems
    }
    var (asked, changes) = (AskedQuestions(), CountChanges())
    let response = ReviewResponse(
      id: UUIDv7(at: now), service: service.slug,
      content: try asked.content(
        content, of: service.slug, service.questionSet, in: transaction),
      receivedAt: day?.start ?? now, isDated: true)
    try ResponseStore.add(
      response, wasOffered: wasOffered, counting: &changes, in: transaction)
    try changes.apply(in: transaction)
    try ReviewCases.open([response], at: now, in: transaction)
    return response
  }

  static func closed(_ service: ReviewedService) -> HTTPProblem {
    .conflict(
      ja: "「\(service.name[.ja])」の評価の受付は終了しました。",
      en: "“\(service.name[.en])” takes no more reviews.")
  }

  private static func channelNotOffered(_ service: ReviewedService) -> LocalizedText {
    let offered = Channel.allCases.filter(service.channels.contains).map(\.rawValue)
    return LocalizedText(
      ja: "このサービスの受付方法は \(offered.joined(separator: "、")) です。",
      en: "This service takes reviews by: \(offered.joined(separator: ", ")).")
  }
}
