import YuiText

/// What the form says besides its questions; the page and the widget say it alike.
enum FormWording {
  static let title = LocalizedText(
    ja: "ご利用の評価", en: "How did it go?", easy: "どうでしたか", zhHans: "请您评价", ko: "이용 평가",
    vi: "Đánh giá dịch vụ")

  static let services = LocalizedText(
    ja: "サービスの評価", en: "Reviews of our services", easy: "サービスの {評価|ひょうか}",
    zhHans: "对服务的评价", ko: "서비스 평가", vi: "Đánh giá các dịch vụ")

  static let send = LocalizedText(
    ja: "送信する", en: "Send", easy: "{送|おく}る", zhHans: "提交", ko: "보내기", vi: "Gửi")

  /// What is done with what is sent, before anybody sends it.
  static let privacy = LocalizedText(
    ja: "匿名で送信されます。誰が送ったかがわかる情報は保存しません。"
      + "ご意見の中の電話番号、メールアドレス、住所、個人番号、カード番号は、保存する前に自動で伏せます。",
    en:
      "This is anonymous: nothing that could tell who you are is kept. Telephone numbers, mail and "
      + "postal addresses, individual numbers and card numbers are taken out before it is saved.",
    easy: "{名前|なまえ}は いりません。だれが {送|おく}ったか、わかりません。"
      + "{電話番号|でんわばんごう}、メールアドレス、{住所|じゅうしょ}などは、{自動|じどう}で {消|け}します。",
    zhHans: "匿名提交，不保存任何可识别您身份的信息。意见中的电话号码、电子邮箱、住址、个人编号和卡号会在保存前自动隐去。",
    ko: "익명으로 전송됩니다. 보낸 사람을 알 수 있는 정보는 저장하지 않습니다. "
      + "의견에 적힌 전화번호, 이메일, 주소, 개인번호, 카드 번호는 저장 전에 자동으로 가려집니다.",
    vi:
      "Ẩn danh: chúng tôi không lưu thông tin nào cho biết bạn là ai. Số điện thoại, email, địa chỉ, "
      + "mã số cá nhân và số thẻ trong ý kiến được tự động che trước khi lưu.")

  static let sendOnceMore = LocalizedText(
    ja: "お手数ですが、もう一度送信してください", en: "Please send it once more",
    easy: "もう {一度|いちど} {送|おく}ってください", zhHans: "请再提交一次", ko: "다시 한번 보내 주십시오",
    vi: "Vui lòng gửi lại một lần nữa")

  static let nothingLost = LocalizedText(
    ja: "入力した内容はそのまま残っています。", en: "What you entered is still there.",
    easy: "{書|か}いたものは、のこっています。", zhHans: "您填写的内容仍然保留。", ko: "입력하신 내용은 그대로 남아 있습니다.",
    vi: "Nội dung bạn nhập vẫn còn nguyên.")

  static let closed = LocalizedText(
    ja: "評価の受付は終了しました", en: "This service takes no more reviews",
    easy: "{評価|ひょうか}は おわりました", zhHans: "评价已截止", ko: "평가 접수가 종료되었습니다",
    vi: "Đã ngừng nhận đánh giá")

  static let resultsSoFar = LocalizedText(
    ja: "これまでの結果を見る", en: "See the results so far", easy: "これまでの {結果|けっか}を {見|み}る",
    zhHans: "查看目前的结果", ko: "지금까지의 결과 보기", vi: "Xem kết quả đến nay")

  static let thanks = LocalizedText(
    ja: "ありがとうございました", en: "Thank you", easy: "ありがとうございました", zhHans: "谢谢您", ko: "감사합니다",
    vi: "Xin cảm ơn")

  static let received = LocalizedText(
    ja: "評価を受け付けました", en: "We have received your review",
    easy: "あなたの {答|こた}えを {受|う}け{取|と}りました", zhHans: "我们已收到您的评价",
    ko: "평가가 접수되었습니다", vi: "Chúng tôi đã nhận được đánh giá của bạn")

  static let use = LocalizedText(
    ja: "いただいた評価は、サービスの改善に役立てます。", en: "We use what you say to improve the service.",
    easy: "サービスを もっと {良|よ}くするために {使|つか}います。", zhHans: "我们会将您的评价用于改善服务。",
    ko: "보내 주신 평가는 서비스 개선에 활용하겠습니다.", vi: "Chúng tôi dùng đánh giá này để cải thiện dịch vụ.")

  static let everybody = LocalizedText(
    ja: "みんなの評価を見る", en: "See what everybody says", easy: "みんなの {評価|ひょうか}を {見|み}る",
    zhHans: "查看大家的评价", ko: "모두의 평가 보기", vi: "Xem đánh giá của mọi người")
}
