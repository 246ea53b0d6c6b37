import YuiText

/// Responses whose scores are published together: those of a month, or of several where one alone
/// would be too small.
struct ScoreGroup: Sendable, Hashable {
  /// The months; nil for responses of which no month is known.
  let months: ClosedRange<YearMonth>?
  /// Whether responses without a month are among them.
  let hasUndated: Bool

  init(_ months: ClosedRange<YearMonth>?, hasUndated: Bool = false) {
    self.months = months
    self.hasUndated = hasUndated || months == nil
  }

  /// Whether responses of a month, or without one, may be among them.
  func covers(_ month: YearMonth?) -> Bool {
    guard let month else { return hasUndated }
    return months?.contains(month) == true
  }

  /// The one month that they are all of.
  var singleMonth: YearMonth? {
    guard let months, !hasUndated, months.lowerBound == months.upperBound else { return nil }
    return months.lowerBound
  }
}

extension ScoreGroup: LosslessStringConvertible {
  /// Reads `2026-03`, `2026-03/2026-05`, either with `/-` for undated responses, or `-` alone.
  init?(_ description: String) {
    var parts = description.split(separator: "/").map(String.init)
    let hasUndated = parts.last == "-"
    if hasUndated { parts.removeLast() }
    let months = parts.compactMap(YearMonth.init(iso:))
    guard months.count == parts.count, months.count <= 2 else { return nil }
    guard let first = months.first, let last = months.last else {
      guard hasUndated else { return nil }
      self.init(nil)
      return
    }
    guard first <= last else { return nil }
    self.init(first...last, hasUndated: hasUndated)
  }

  /// The months from first to last, then `-` for undated responses.
  var description: String {
    var parts: [String] = []
    if let months {
      parts.append(months.lowerBound.iso)
      if months.lowerBound < months.upperBound { parts.append(months.upperBound.iso) }
    }
    if hasUndated { parts.append("-") }
    return parts.joined(separator: "/")
  }
}
