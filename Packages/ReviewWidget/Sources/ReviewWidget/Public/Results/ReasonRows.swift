import YuiHTML
import YuiText

/// The reasons of a service by polarity, the most named first.
enum ReasonRows {
  /// So many reasons have a row of their own.
  private static let most = 8

  /// Takes counts by the text form of reasons; what is no offered reason is told as another.
  static func of(_ counts: [String: Int], in language: Language) -> [OpposedChart.Row] {
    var sums: [String: (against: Int, inFavour: Int)] = [:]
    for (text, count) in counts where !text.isEmpty && count > 0 {
      let reason = Reason(text)
      let code = ReasonOption.known[reason.code] == nil ? "" : reason.code
      switch reason.polarity {
      case .negative: sums[code, default: (0, 0)].against += count
      case .positive: sums[code, default: (0, 0)].inFavour += count
      case nil: continue
      }
    }
    let codes = sums.keys.sorted {
      let (left, right) = (sums[$0] ?? (0, 0), sums[$1] ?? (0, 0))
      return (-(left.against + left.inFavour), $0) < (-(right.against + right.inFavour), $1)
    }
    return codes.prefix(most).map { code in
      OpposedChart.Row(
        code.isEmpty
          ? ResultsWording.otherReasons[language]
          : RubyText(Reason(code, nil).words(in: language)).plain,
        against: sums[code]?.against ?? 0, inFavour: sums[code]?.inFavour ?? 0)
    }
  }
}
