import YuiText

/// What the page of one site and the printed list say.
extension WiFiWording {
  static let status = LocalizedText(
    ja: "利用状況", en: "Status", easy: "いま つかえるか", zhHans: "状态", ko: "이용 상태", vi: "Tình trạng")
  static let address = LocalizedText(
    ja: "住所", en: "Address", zhHans: "地址", ko: "주소", vi: "Địa chỉ")
  static let coverage = LocalizedText(
    ja: "使える範囲", en: "Where it reaches", easy: "つかえる ところ", zhHans: "覆盖范围", ko: "이용 범위",
    vi: "Phạm vi")
  static let openingHours = LocalizedText(
    ja: "使える時間", en: "Hours", easy: "つかえる 時間", zhHans: "可用时间", ko: "이용 시간",
    vi: "Thời gian")
  static let battery = LocalizedText(
    ja: "停電時に使える時間", en: "Works without mains for", easy: "電気が とまったとき つかえる 時間",
    zhHans: "停电时可用时间", ko: "정전 시 이용 시간", vi: "Dùng được khi mất điện")
  static let installer = LocalizedText(
    ja: "設置者", en: "Installed by", zhHans: "设置者", ko: "설치자", vi: "Đơn vị lắp đặt")
  static let provider = LocalizedText(
    ja: "運営者", en: "Run by", zhHans: "运营者", ko: "운영자", vi: "Đơn vị vận hành")
  static let phone = LocalizedText(
    ja: "問い合わせ先", en: "Phone", easy: "電話", zhHans: "联系电话", ko: "문의처", vi: "Điện thoại")
  static let note = LocalizedText(
    ja: "備考", en: "Note", easy: "そのほか", zhHans: "备注", ko: "비고", vi: "Ghi chú")
  static let verifiedOn = LocalizedText(
    ja: "最終確認日", en: "Last verified", easy: "さいごに たしかめた 日", zhHans: "最后确认日", ko: "최종 확인일",
    vi: "Kiểm tra lần cuối")
  static let more = LocalizedText(
    ja: "詳しい案内", en: "More", easy: "くわしく", zhHans: "详情", ko: "자세한 안내", vi: "Thông tin thêm")
  static let place = LocalizedText(
    ja: "場所", en: "Where it is", zhHans: "位置", ko: "위치", vi: "Vị trí")
  static let thisPlace = LocalizedText(
    ja: "この場所", en: "This place", zhHans: "此地点", ko: "이 장소", vi: "Nơi này")
  static let doubtful = LocalizedText(
    ja: "位置は確認中です。実際と異なることがあります。", en: "The position is being checked and may be wrong.",
    easy: "場所が ちがうかも しれません。", zhHans: "位置正在确认，可能与实际不符。",
    ko: "위치를 확인 중이며 실제와 다를 수 있습니다.", vi: "Vị trí đang được kiểm tra và có thể chưa đúng.")
  static let report = LocalizedText(
    ja: "つながらないことを知らせる", en: "Report that it does not work", easy: "つながらないことを おしえる",
    zhHans: "报告无法连接", ko: "연결되지 않음을 알리기", vi: "Báo không kết nối được")
  static let neighbours = LocalizedText(
    ja: "近くのほかの場所", en: "Others near here", easy: "ちかくの 場所", zhHans: "附近的其他地点",
    ko: "근처의 다른 곳", vi: "Nơi khác gần đây")
  static let howTo = LocalizedText(
    ja: "OpenRoamingでつなぐ", en: "Connect by OpenRoaming", easy: "OpenRoamingで つなぐ",
    zhHans: "使用OpenRoaming连接", ko: "OpenRoaming으로 연결하기", vi: "Kết nối bằng OpenRoaming")
  static let howToOpenRoaming = LocalizedText(
    ja:
      "OpenRoamingに対応した通信会社やアプリのプロファイルを一度入れておくと、この場所に来たときに自動で、暗号化された通信でつながります。SSIDを選んだり、毎回登録したりする必要はありません。",
    en:
      "Install the profile of a carrier or an app that takes part in OpenRoaming once. Here your "
      + "device then connects by itself, encrypted; there is no network to choose and no form to fill in.",
    easy:
      "OpenRoamingの せっていを 一度 します。つぎから この 場所で じどうで つながります。あんぜんな つうしんです。",
    zhHans:
      "只需安装一次支持OpenRoaming的运营商或应用的配置文件，到达此处时即可自动连接并加密通信，无需选择SSID或每次注册。",
    ko:
      "OpenRoaming을 지원하는 통신사나 앱의 프로파일을 한 번 설치하면 이곳에서 자동으로 암호화되어 연결됩니다. SSID를 고르거나 매번 등록할 필요가 없습니다.",
    vi:
      "Cài một lần cấu hình của nhà mạng hoặc ứng dụng tham gia OpenRoaming. Tại đây thiết bị sẽ tự kết nối, được mã hóa, không cần chọn SSID hay đăng ký lại."
  )

  static let printNow = LocalizedText(
    ja: "印刷する", en: "Print", easy: "いんさつする", zhHans: "打印", ko: "인쇄", vi: "In")

  static let printed = [
    LocalizedText(ja: "名称", en: "Name", easy: "名前", zhHans: "名称", ko: "명칭", vi: "Tên"), address,
    LocalizedText(everywhere: "SSID"), OpenRoamingState.yes.name, openingHours, status, battery,
  ]

  static func asOf(_ day: CalendarDate) -> LocalizedText {
    LocalizedText(
      ja: "\(day.text(.ja))現在", en: "As of \(day.text(.en))", easy: "\(day.text(.easy))の ものです",
      zhHans: "截至\(day.text(.zhHans))", ko: "\(day.text(.ko)) 현재", vi: "Tính đến \(day.text(.vi))")
  }

  static func first(_ number: Int) -> LocalizedText {
    let number = NumberText.grouped(number)
    return LocalizedText(
      ja: "はじめの\(number)か所です。条件で絞り込んでください。",
      en: "These are the first \(number). Narrow the list down for the others.",
      easy: "はじめの \(number)か所です。", zhHans: "仅显示前\(number)处，请缩小条件。",
      ko: "처음 \(number)곳입니다. 조건을 좁혀 주세요.",
      vi: "Đây là \(number) nơi đầu tiên. Hãy thu hẹp điều kiện.")
  }

  /// A time in hours, with a decimal where it has one.
  static func hours(_ hours: Double) -> LocalizedText {
    let number = NumberText.fixed(hours, decimals: hours == hours.rounded() ? 0 : 1)
    return LocalizedText(
      ja: "約\(number)時間", en: "about \(number) hours", zhHans: "约\(number)小时", ko: "약 \(number)시간",
      vi: "khoảng \(number) giờ")
  }
}
