import YuiWeb

/// Addresses to which a change leads back.
enum CaseAddress {
  /// The address that a form names, where it lies below a path; otherwise the path.
  static func back(
    _ address: String?, within path: String, adding fields: [FormData.Field] = []
  ) throws -> LocalTarget {
    let isOwn =
      address.map { $0 == path || $0.hasPrefix(path + "?") || $0.hasPrefix(path + "/") } ?? false
    let base = isOwn ? address ?? path : path
    let added = URLEncodedForm.encode(fields)
    let text = added.isEmpty ? base : base + (base.contains("?") ? "&" : "?") + added
    guard let target = LocalTarget(untrusted: text) else {
      throw HTTPProblem.badRequest(
        ja: "戻り先のアドレスが正しくありません。", en: "The address to go back to is wrong.")
    }
    return target
  }
}
