import YuiStorage

extension HTTPProblem {
  /// The one place where an error of the store becomes an answer; `nil` for what only a bare 500
  /// may tell.
  init?(_ error: StoreError) {
    switch error.code {
    case .busy: self = .unavailable(retryAfter: error.retryAfter ?? 1)
    case .readOnly, .closed: self = .unavailable(retryAfter: error.retryAfter ?? 30)
    case .full: self = HTTPProblem(status: 507, headers: ["Retry-After": "60"])
    case _ where error.isConstraint: self = HTTPProblem(status: 409)
    default: return nil
    }
  }
}
