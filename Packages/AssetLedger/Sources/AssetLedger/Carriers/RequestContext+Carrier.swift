import YuiStorage
import YuiText
import YuiWeb

extension RequestContext {
  /// The carrier for which somebody signed in.
  ///
  /// - Throws: a 403 that says whom to ask, where there is none or it is suspended.
  func carrier(in source: some Queryable) throws -> Carrier {
    guard let principal, principal.kind == .account,
      let carrier = try CarrierStore.carrier(of: principal.id, in: source)
    else {
      throw HTTPProblem.forbidden(
        ja: "通信事業者として登録されていません。窓口にお問い合わせください。",
        en: "You are not registered for a carrier. Ask the desk.")
    }
    guard carrier.status == .active else {
      throw HTTPProblem.forbidden(
        ja: "この事業者の利用は停止されています。窓口にお問い合わせください。",
        en: "This carrier is suspended. Ask the desk.")
    }
    return carrier
  }

  /// Who acts, as histories name them.
  var actor: String { principal?.name ?? "" }
}
