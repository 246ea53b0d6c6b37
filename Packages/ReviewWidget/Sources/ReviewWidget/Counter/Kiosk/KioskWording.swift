import YuiText

/// What a kiosk says beside its questions.
enum KioskWording {
  static let start = LocalizedText(
    ja: "顔をひとつ選んでください", en: "Touch a face to begin", easy: "かおを ひとつ えらんでください",
    zhHans: "请选择一个表情", ko: "얼굴을 하나 선택해 주세요", vi: "Hãy chọn một khuôn mặt")
  static let next = LocalizedText(
    ja: "次へ", en: "Next", easy: "つぎへ", zhHans: "下一步", ko: "다음", vi: "Tiếp")
  static let back = LocalizedText(
    ja: "戻る", en: "Back", easy: "もどる", zhHans: "返回", ko: "뒤로", vi: "Quay lại")
  static let send = LocalizedText(
    ja: "送信する", en: "Send", easy: "{送|おく}る", zhHans: "提交", ko: "보내기", vi: "Gửi")
  static let sendNow = LocalizedText(
    ja: "ここで送信する", en: "Send now", easy: "ここで {送|おく}る", zhHans: "现在提交", ko: "지금 보내기",
    vi: "Gửi ngay")
  static let thanks = LocalizedText(
    ja: "ありがとうございました", en: "Thank you", easy: "ありがとうございました", zhHans: "谢谢您",
    ko: "감사합니다", vi: "Xin cảm ơn")
  static let thanksMore = LocalizedText(
    ja: "いただいた評価は、サービスの改善に役立てます。", en: "We use what you say to improve the service.",
    easy: "あなたの {声|こえ}で サービスを よくします。", zhHans: "我们将用您的评价改善服务。",
    ko: "보내 주신 평가는 서비스 개선에 활용합니다.", vi: "Chúng tôi dùng ý kiến của bạn để cải thiện dịch vụ.")
  static let startAgain = LocalizedText(
    ja: "最初の画面へ", en: "Start again", easy: "はじめの {画面|がめん}へ", zhHans: "回到首页", ko: "처음으로",
    vi: "Về màn hình đầu")
  static let idle = LocalizedText(
    ja: "まもなく最初の画面に戻ります。続ける場合は画面に触れてください。",
    en: "This screen starts over soon. Touch it to go on.",
    easy: "もうすぐ はじめの {画面|がめん}に もどります。つづけるときは {画面|がめん}を さわってください。",
    zhHans: "即将返回首页。如要继续，请触摸屏幕。", ko: "곧 처음 화면으로 돌아갑니다. 계속하려면 화면을 터치해 주세요.",
    vi: "Màn hình sắp quay về đầu. Hãy chạm vào màn hình để tiếp tục.")
  static let missing = LocalizedText(
    ja: "顔をひとつ選んでから送信してください。", en: "Choose a face first.",
    easy: "さきに かおを ひとつ えらんでください。", zhHans: "请先选择一个表情。",
    ko: "먼저 얼굴을 하나 선택해 주세요.", vi: "Hãy chọn một khuôn mặt trước.")
  static let kept = LocalizedText(
    ja: "未送信 {n}件", en: "{n} waiting to be sent", easy: "まだ {n}けん {送|おく}っていません",
    zhHans: "{n}件待发送", ko: "미전송 {n}건", vi: "{n} chưa gửi")
  static let closed = LocalizedText(
    ja: "評価の受付は終了しました", en: "This service takes no more reviews",
    easy: "いまは うけつけていません", zhHans: "评价已停止受理", ko: "평가 접수가 종료되었습니다",
    vi: "Dịch vụ này không còn nhận đánh giá")
}
