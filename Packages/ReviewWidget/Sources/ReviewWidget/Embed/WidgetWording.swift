import YuiText

/// What only the widget says.
enum WidgetWording {
  static let required = LocalizedText(
    ja: "※必須", en: "(required)", easy: "※かならず", zhHans: "（必填）", ko: "(필수)",
    vi: "(bắt buộc)")
  static let optional = LocalizedText(
    ja: "※任意", en: "(optional)", easy: "※なくてもよい", zhHans: "（选填）", ko: "(선택)",
    vi: "(không bắt buộc)")
  static let choose = LocalizedText(
    ja: "1から5の中から選択してください。", en: "Choose one from 1 to 5.",
    easy: "1から 5の {中|なか}から えらんでください。", zhHans: "请从1至5中选择。",
    ko: "1~5 중에서 선택해 주십시오.", vi: "Hãy chọn từ 1 đến 5.")
  static let tooLong = LocalizedText(
    ja: "1,000文字以内で入力してください。", en: "Keep it to 1,000 characters.",
    easy: "1,000{文字|もじ}まで {書|か}くことが できます。", zhHans: "请输入不超过1,000个字。",
    ko: "1,000자 이내로 입력해 주십시오.", vi: "Tối đa 1.000 ký tự.")
  static let sending = LocalizedText(
    ja: "送信しています", en: "Sending", easy: "{送|おく}っています", zhHans: "正在提交", ko: "보내는 중",
    vi: "Đang gửi")
  static let queued = LocalizedText(
    ja: "いまは送信できません。つながったときに、自動で送信します。",
    en: "There is no connection. It will be sent by itself once there is.",
    easy: "いまは {送|おく}れません。インターネットに つながったら、{自動|じどう}で {送|おく}ります。",
    zhHans: "目前无法提交。网络恢复后将自动提交。", ko: "지금은 보낼 수 없습니다. 연결되면 자동으로 전송됩니다.",
    vi: "Hiện chưa gửi được. Khi có mạng, đánh giá sẽ tự động được gửi.")
  static let failed = LocalizedText(
    ja: "送信できませんでした。少し時間をおいて、もう一度お試しください。",
    en: "It could not be sent. Please try again in a little while.",
    easy: "{送|おく}れませんでした。すこし {待|ま}って、もう{一度|いちど} {送|おく}ってください。",
    zhHans: "提交失败。请稍后再试。", ko: "보내지 못했습니다. 잠시 후 다시 시도해 주십시오.",
    vi: "Không gửi được. Hãy thử lại sau ít phút.")
  static let close = LocalizedText(
    ja: "閉じる", en: "Close", easy: "{閉|と}じる", zhHans: "关闭", ko: "닫기", vi: "Đóng")
  static let invite = LocalizedText(
    ja: "このサービスを評価する", en: "Rate this service", easy: "この サービスは どうでしたか",
    zhHans: "评价此服务", ko: "이 서비스 평가하기", vi: "Đánh giá dịch vụ này")
}
