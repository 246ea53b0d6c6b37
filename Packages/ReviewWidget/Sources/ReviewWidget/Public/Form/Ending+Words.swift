import YuiText
import YuiWeb

extension Ending {
  /// The ending that a link names; nil for none, and for a made-up one.
  init?(in request: Request) {
    guard let ending = request.query["ending"].flatMap(Ending.init(rawValue:)) else { return nil }
    self = ending
  }

  /// What the form says first, so that nobody takes the question for mockery.
  var words: LocalizedText? {
    switch self {
    case .done: nil
    case .refused:
      LocalizedText(
        ja: "ご希望に沿えない結果となった場合も、手続や対応についての感想をお聞かせください。評価が審査の結果に影響することはありません。",
        en:
          "Even if the answer was no, tell us how you were treated. What you say has no effect on "
          + "the decision.",
        easy: "「できません」と {言|い}われた{人|ひと}も、どう{思|おも}ったか {教|おし}えてください。"
          + "{答|こた}えを {書|か}いても、{結果|けっか}は {変|か}わりません。",
        zhHans: "即使结果未能如您所愿，也请告诉我们您对办理过程和接待的感受。您的评价不会影响审查结果。",
        ko: "원하시는 결과가 아니었더라도 절차와 응대에 대한 느낌을 들려주십시오. 평가는 심사 결과에 영향을 주지 않습니다.",
        vi: "Dù kết quả không như mong muốn, hãy cho chúng tôi biết bạn đã được phục vụ thế nào. "
          + "Đánh giá không ảnh hưởng đến kết quả xét duyệt.")
    case .error:
      LocalizedText(
        ja: "ご不便をおかけしました。うまくいかなかったところを、よろしければお聞かせください。",
        en: "We are sorry that it did not work. Please tell us what went wrong.",
        easy: "うまくできなくて、すみません。どこで こまったか {教|おし}えてください。",
        zhHans: "给您带来不便，非常抱歉。请告诉我们哪里出了问题。",
        ko: "불편을 드려 죄송합니다. 잘되지 않은 점을 알려 주십시오.",
        vi: "Xin lỗi vì sự bất tiện. Hãy cho chúng tôi biết bạn gặp trục trặc ở đâu.")
    }
  }
}
