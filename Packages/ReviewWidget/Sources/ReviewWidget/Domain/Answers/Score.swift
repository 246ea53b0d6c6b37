public import YuiText

/// How satisfied somebody was, from 1 (very poor) to 5 (very good).
public struct Score: RawRepresentable, Sendable, Hashable, Comparable, CaseIterable {
  /// 1 to 5.
  public let rawValue: Int

  /// Takes a whole number from 1 to 5; nil for any other.
  public init?(rawValue: Int) {
    guard (1...5).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// Orders scores from dissatisfied to satisfied.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The five scores, the lowest first.
  public static let allCases: [Score] = (1...5).compactMap(Score.init(rawValue:))

  /// What the score says in words.
  public var words: LocalizedText {
    switch rawValue {
    case 1:
      LocalizedText(
        ja: "大いに不満", en: "Very poor", easy: "とても {悪|わる}い", zhHans: "非常不满意",
        ko: "매우 불만", vi: "Rất không hài lòng")
    case 2:
      LocalizedText(
        ja: "やや不満", en: "Poor", easy: "すこし {悪|わる}い", zhHans: "不太满意", ko: "약간 불만",
        vi: "Không hài lòng")
    case 3:
      LocalizedText(
        ja: "普通", en: "Fair", easy: "ふつう", zhHans: "一般", ko: "보통", vi: "Bình thường")
    case 4:
      LocalizedText(
        ja: "やや満足", en: "Good", easy: "すこし {良|よ}い", zhHans: "比较满意", ko: "약간 만족",
        vi: "Hài lòng")
    default:
      LocalizedText(
        ja: "大いに満足", en: "Very good", easy: "とても {良|よ}い", zhHans: "非常满意",
        ko: "매우 만족", vi: "Rất hài lòng")
    }
  }

  /// The same words with the places where a narrow tile may break them.
  var tileWords: LocalizedText {
    var breakable = words
    breakable.set(
      words[.ja].replacing("不満", with: "\u{200B}不満").replacing("満足", with: "\u{200B}満足"),
      in: .ja)
    return breakable
  }
}
