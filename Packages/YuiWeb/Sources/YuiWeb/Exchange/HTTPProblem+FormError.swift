import YuiText

extension HTTPProblem {
  /// What a form that can't be read is answered with.
  init(_ error: FormError) {
    switch error.code {
    case .tooLarge, .tooMany: self = .contentTooLarge
    case .storage: self = .unavailable(retryAfter: 30)
    default:
      self = .badRequest(
        ja: "フォームの内容を読み取れません（\(error.place)）。", en: error.description)
    }
  }
}
