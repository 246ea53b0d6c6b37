import YuiStorage
import YuiText

extension HTTPProblem {
  /// The one place where an error of the store becomes an answer; `nil` for what only a bare 500
  /// may tell.
  init?(_ error: StoreError, forPrograms: Bool) {
    switch error.code {
    case .busy, .conflict: self = .unavailable(retryAfter: error.retryAfter ?? 1)
    // A database that is gone may have been moved by another process, of which we soon hear.
    case .unavailable, .missing: self = .outage(retryAfter: error.retryAfter ?? 5)
    case .unknownOutcome:
      self = .unknownOutcome(retryAfter: error.retryAfter ?? 5, forPrograms: forPrograms)
    case .readOnly, .closed: self = .outage(retryAfter: error.retryAfter ?? 30)
    case .full: self = HTTPProblem(status: 507, headers: ["Retry-After": "60"])
    case _ where error.isConstraint: self = HTTPProblem(status: 409)
    default: return nil
    }
  }

  /// 503 where it is not the many callers who are to blame.
  static func outage(retryAfter seconds: Int) -> HTTPProblem {
    HTTPProblem(
      status: 503,
      title: LocalizedText(ja: "ただいまご利用いただけません", en: "Not available at the moment"),
      detail: LocalizedText(
        ja: "少し時間をおいて、もう一度お試しください。", en: "Please try again in a little while."),
      headers: ["Retry-After": String(seconds)])
  }

  /// 503 that tells neither that something was saved nor that it wasn't.
  private static func unknownOutcome(retryAfter seconds: Int, forPrograms: Bool) -> HTTPProblem {
    HTTPProblem(
      status: 503,
      title: LocalizedText(
        ja: "保存されたかどうか確認できません", en: "It is not known whether this was saved"),
      detail: forPrograms
        ? LocalizedText(
          ja: "保存の途中でデータベースとの接続が切れました。Idempotency-Keyを付けて送った場合は、"
            + "同じキーで同じ内容をもう一度送ってください。処理は一度だけ行われます。"
            + "付けていない場合は、送り直す前に、保存されているかどうかを確かめてください。",
          en: "The connection to the database was lost while this was being saved. If it was sent "
            + "with an Idempotency-Key, send the same content again with the same key: it is done "
            + "only once. If not, look whether it is there before sending it again.")
        : LocalizedText(
          ja: "保存の途中でデータベースとの接続が切れました。"
            + "もう一度送る前に、送った内容が保存されているかどうかを確かめてください。",
          en: "The connection to the database was lost while this was being saved. Before you send "
            + "it again, look whether what you sent is there."),
      headers: ["Retry-After": String(seconds)])
  }
}
