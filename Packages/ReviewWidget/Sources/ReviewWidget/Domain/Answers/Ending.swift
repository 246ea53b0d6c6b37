public import YuiStorage
public import YuiText

/// How the service ended for somebody who is asked about it: every ending is asked, not only
/// success.
public enum Ending: String, Sendable, CaseIterable, SQLBindable {
  /// They got what they came for.
  case done
  /// They were refused it.
  case refused
  /// Something broke on the way.
  case error
}

extension Ending {
  /// The ending's name for people.
  public var name: LocalizedText {
    switch self {
    case .done:
      LocalizedText(
        ja: "用件が済んだ", en: "Done", easy: "できた", zhHans: "办成", ko: "완료", vi: "Đã xong")
    case .refused:
      LocalizedText(
        ja: "認められなかった", en: "Refused", easy: "「できません」と 言われた", zhHans: "未获批准",
        ko: "거절됨", vi: "Bị từ chối")
    case .error:
      LocalizedText(
        ja: "エラーで終わった", en: "Error", easy: "うまく いかなかった", zhHans: "出错中断",
        ko: "오류로 끝남", vi: "Gặp lỗi")
    }
  }
}
