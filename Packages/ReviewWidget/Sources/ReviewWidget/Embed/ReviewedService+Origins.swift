import YuiText

extension ReviewedService {
  /// The most origins of one service.
  static let mostOrigins = 20

  /// The origins whose pages may show and send the form: those listed, and that of the service's
  /// own page; empty for any.
  var allowedOrigins: [String] {
    origins.isEmpty ? [] : origins + [WebOrigin.of(url)].compactMap { $0 }
  }
}
