import YuiCasework
import YuiStorage
import YuiText

extension ResponseStore {
  /// Erases what somebody wrote, in the response and in the index, with what staff wrote about it,
  /// and soon among the words of comments.
  ///
  /// The score and all other answers stay, and count as they did.
  static func eraseText(
    of response: ReviewResponse, by hand: CaseHand, in transaction: Transaction
  ) throws {
    let content = response.content.withoutText
    try transaction.execute(
      """
      UPDATE reviews_responses SET comment = '', reasons = \(content.reasonsText)
      WHERE id = \(response.id)
      """)
    guard !response.content.comment.isEmpty else { return }
    try comments.remove(response.id.description, in: transaction)
    try ReviewCases.erase(response.id, by: hand, in: transaction)
    try KeywordStore.enqueue([response.id], in: transaction)
    transaction.raisePublicVersion()
  }
}
