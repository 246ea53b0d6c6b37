import YuiCasework
public import YuiStorage
public import YuiTenancy
public import YuiText

/// What staff do on pages, for a program that does it in their place.
extension ReviewWidget {
  /// Lets a service ask the newest version of a set of questions.
  ///
  /// - Throws: `StoreError` where there is no such service or set.
  public func ask(_ set: Slug, of service: Slug, in transaction: Transaction) throws {
    guard var asking = try ServiceStore.service(service, in: transaction),
      let version = try QuestionSetStore.newestVersion(of: set, in: transaction)
    else { throw StoreError(.misuse, "there is no service \(service) or no set \(set)") }
    asking.questionSet = version
    try ServiceStore.put(asking, in: transaction)
  }

  /// Publishes what was written in a response, beside a reply to it.
  ///
  /// - Throws: `StoreError` where nothing was written; `CaseError` where its case cannot go on to
  ///   be published.
  public func publish(
    _ response: UUIDv7, reply: String, by actor: AuditActor, at now: Timestamp,
    in transaction: Transaction
  ) throws {
    let cases = ReviewCases.store
    guard let about = try cases.case(about: response.description, in: transaction) else {
      throw StoreError(.misuse, "nothing was written in the response \(response)")
    }
    // The history tells what was done at the same time in no order.
    let hands = (0...2).map {
      CaseHand(actor, at: Timestamp(milliseconds: now.milliseconds + Int64($0)))
    }
    try cases.draftReply(reply, to: about.number, by: hands[0], in: transaction)
    try cases.releaseReply(to: about.number, by: hands[1], in: transaction)
    try cases.move(about.number, to: "published", by: hands[2], in: transaction)
  }
}
