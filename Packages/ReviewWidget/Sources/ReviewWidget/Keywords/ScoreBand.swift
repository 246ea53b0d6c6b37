import YuiStorage
import YuiText

/// Scores taken together where words are counted.
enum ScoreBand: String, CaseIterable, SQLBindable {
  /// 1 and 2.
  case low
  /// 3.
  case middle
  /// 4 and 5.
  case high

  init(_ score: Score) {
    self =
      switch score.rawValue {
      case ...2: .low
      case 3: .middle
      default: .high
      }
  }

  var name: LocalizedText {
    switch self {
    case .low: LocalizedText(ja: "不満（1・2）", en: "Poor (1, 2)")
    case .middle: LocalizedText(ja: "普通（3）", en: "Fair (3)")
    case .high: LocalizedText(ja: "満足（4・5）", en: "Good (4, 5)")
    }
  }
}
