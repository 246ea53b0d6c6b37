import YuiText

/// What the form of a report says, in the languages of residents.
enum ReportWording {
  static let title = LocalizedText(
    ja: "つながらないときの連絡", en: "Tell us that it does not work", easy: "つながらないとき",
    zhHans: "报告无法连接", ko: "연결 문제 알리기", vi: "Báo không kết nối được")
  static let what = LocalizedText(
    ja: "どうなっていますか", en: "What is wrong?", easy: "どうしましたか", zhHans: "出现了什么问题？",
    ko: "어떤 문제가 있습니까?", vi: "Có vấn đề gì?")
  static let more = LocalizedText(
    ja: "くわしい様子", en: "More about it", easy: "もっと {教|おし}えてください", zhHans: "详细情况",
    ko: "자세한 상황", vi: "Chi tiết")
  static let example = LocalizedText(
    ja: "例）2階の閲覧室で、昨日から接続の画面が開かない", en: "Such as: in the reading room, since yesterday",
    easy: "れい）2かいで つながりません", zhHans: "例）从昨天起在2楼阅览室无法打开连接页面",
    ko: "예) 어제부터 2층 열람실에서 접속 화면이 열리지 않음", vi: "Ví dụ: ở phòng đọc tầng 2, từ hôm qua")
  static let privacy = LocalizedText(
    ja: "匿名で送信されます。誰が送ったかがわかる情報は保存しません。"
      + "文中の電話番号、メールアドレス、住所などは、保存する前に自動で伏せます。",
    en:
      "This is anonymous: nothing that could tell who you are is kept. Telephone numbers, mail and "
      + "postal addresses in the text are taken out before it is saved.",
    easy: "{名前|なまえ}は いりません。だれが {送|おく}ったか、わかりません。"
      + "{電話番号|でんわばんごう}、メールアドレス、{住所|じゅうしょ}などは、{自動|じどう}で {消|け}します。",
    zhHans: "匿名提交，不保存任何可识别您身份的信息。文中的电话号码、电子邮箱和住址会在保存前自动隐去。",
    ko: "익명으로 전송됩니다. 보낸 사람을 알 수 있는 정보는 저장하지 않습니다. "
      + "글에 적힌 전화번호, 이메일, 주소 등은 저장 전에 자동으로 가려집니다.",
    vi:
      "Ẩn danh: chúng tôi không lưu thông tin nào cho biết bạn là ai. Số điện thoại, email, địa chỉ "
      + "trong nội dung được tự động che trước khi lưu.")
  static let send = LocalizedText(
    ja: "送信する", en: "Send", easy: "{送|おく}る", zhHans: "提交", ko: "보내기", vi: "Gửi")
  static let sending = LocalizedText(
    ja: "送信しています", en: "Sending", easy: "{送|おく}っています", zhHans: "正在提交", ko: "보내는 중",
    vi: "Đang gửi")
  static let thanks = LocalizedText(
    ja: "ありがとうございました", en: "Thank you", easy: "ありがとうございました", zhHans: "谢谢您", ko: "감사합니다",
    vi: "Xin cảm ơn")
  static let received = LocalizedText(
    ja: "ご連絡を受け付けました", en: "We have received your report",
    easy: "あなたの {連絡|れんらく}を {受|う}け{取|と}りました", zhHans: "我们已收到您的报告",
    ko: "신고가 접수되었습니다", vi: "Chúng tôi đã nhận được báo cáo của bạn")
  static let use = LocalizedText(
    ja: "担当者が確認し、必要な対応をします。", en: "Somebody looks at it and does what is needed.",
    easy: "{担当|たんとう}の {人|ひと}が しらべます。", zhHans: "负责人员会进行确认并采取必要措施。",
    ko: "담당자가 확인하고 필요한 조치를 하겠습니다.", vi: "Người phụ trách sẽ kiểm tra và xử lý.")
  static let back = LocalizedText(
    ja: "この場所のページに戻る", en: "Back to this place", easy: "{前|まえ}の ページに もどる",
    zhHans: "返回该地点页面", ko: "이 장소 페이지로 돌아가기", vi: "Quay lại trang địa điểm này")
  static let known = LocalizedText(
    ja: "この場所の不具合は把握しています", en: "We know that this place does not work as it should",
    easy: "この {場所|ばしょ}が つかえないことは わかっています", zhHans: "我们已了解该地点的故障",
    ko: "이 장소의 문제를 파악하고 있습니다", vi: "Chúng tôi đã biết sự cố ở nơi này")
  static let stillTell = LocalizedText(
    ja: "ほかに気づいたことがあれば、お知らせください。", en: "Tell us if you noticed anything else.",
    easy: "ほかに わかったことが あれば、{教|おし}えてください。", zhHans: "如有其他发现，请告诉我们。",
    ko: "다른 점을 발견하셨다면 알려 주십시오.", vi: "Nếu bạn thấy điều gì khác, hãy cho chúng tôi biết.")
  static let sendOnceMore = LocalizedText(
    ja: "お手数ですが、もう一度送信してください", en: "Please send it once more",
    easy: "もう {一度|いちど} {送|おく}ってください", zhHans: "请再提交一次", ko: "다시 한번 보내 주십시오",
    vi: "Vui lòng gửi lại một lần nữa")
  static let nothingLost = LocalizedText(
    ja: "入力した内容はそのまま残っています。", en: "What you entered is still there.",
    easy: "{書|か}いたものは、のこっています。", zhHans: "您填写的内容仍然保留。", ko: "입력하신 내용은 그대로 남아 있습니다.",
    vi: "Nội dung bạn nhập vẫn còn nguyên.")
  static let news = LocalizedText(
    ja: "ご連絡への回答", en: "What we answered", easy: "{答|こた}え", zhHans: "对报告的答复", ko: "신고에 대한 답변",
    vi: "Trả lời của chúng tôi")

  // MARK: What is wrong with what was sent

  static let noKind = LocalizedText(
    ja: "どうなっているかを選択してください。", en: "Choose what is wrong.", easy: "どうしたか えらんでください。",
    zhHans: "请选择出现的问题。", ko: "어떤 문제인지 선택해 주십시오.", vi: "Hãy chọn vấn đề.")
  static let noComment = LocalizedText(
    ja: "「その他」の場合は、くわしい様子を入力してください。", en: "Say what it is where it is something else.",
    easy: "どうしたか {書|か}いてください。", zhHans: "选择“其他”时，请填写详细情况。",
    ko: "'기타'인 경우 자세한 상황을 입력해 주십시오.", vi: "Nếu chọn “Khác”, hãy ghi chi tiết.")
  static let longComment = LocalizedText(
    ja: "\(OutageReport.longestComment)文字以内で入力してください。",
    en: "Keep it to \(OutageReport.longestComment) characters.",
    easy: "\(OutageReport.longestComment)文字まで {書|か}くことができます。",
    zhHans: "请不超过\(OutageReport.longestComment)个字。",
    ko: "\(OutageReport.longestComment)자 이내로 입력해 주십시오.",
    vi: "Tối đa \(OutageReport.longestComment) ký tự.")
  static let controlCharacters = LocalizedText(
    ja: "使用できない制御文字が含まれています。取り除いてください。",
    en: "The text contains control characters. Remove them.",
    easy: "つかえない文字があります。けしてください。", zhHans: "包含无法使用的控制字符，请删除。",
    ko: "사용할 수 없는 제어 문자가 있습니다. 삭제해 주십시오.", vi: "Có ký tự điều khiển không dùng được. Hãy xóa đi.")
}
