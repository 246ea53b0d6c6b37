public import YuiStorage
public import YuiText

/// Whether somebody got done what they came for.
public enum Goal: String, Sendable, CaseIterable, SQLBindable { case yes, partly, no }

extension Goal {
  /// The answer in words.
  public var words: LocalizedText {
    switch self {
    case .yes:
      LocalizedText(
        ja: "はい", en: "Yes", easy: "はい、できました", zhHans: "办成了", ko: "예", vi: "Có")
    case .partly:
      LocalizedText(
        ja: "一部", en: "Partly", easy: "すこし できました", zhHans: "部分办成", ko: "일부",
        vi: "Một phần")
    case .no:
      LocalizedText(
        ja: "いいえ", en: "No", easy: "いいえ、できませんでした", zhHans: "没有办成", ko: "아니요",
        vi: "Không")
    }
  }
}
