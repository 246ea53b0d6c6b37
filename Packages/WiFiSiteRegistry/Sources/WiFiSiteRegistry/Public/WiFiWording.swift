import YuiText

/// What the public pages of the registry say, in the languages of residents.
enum WiFiWording {
  static let title = LocalizedText(
    ja: "公衆無線LANを探す", en: "Find public Wi-Fi", easy: "Wi-Fiを さがす", zhHans: "查找公共Wi-Fi",
    ko: "공공 와이파이 찾기", vi: "Tìm Wi-Fi công cộng")
  static let lead = LocalizedText(
    ja: "無料で使えるWi-Fiの場所です。OpenRoamingの場所では、一度設定すれば次から自動でつながります。",
    en:
      "Where you can use Wi-Fi for free. At places with OpenRoaming a phone that is set up once "
      + "connects by itself.",
    easy: "お金を はらわないで Wi-Fiが つかえる 場所です。",
    zhHans: "可免费使用Wi-Fi的地点。在支持OpenRoaming的地点，设置一次后即可自动连接。",
    ko: "무료로 쓸 수 있는 와이파이 장소입니다. OpenRoaming 장소에서는 한 번 설정하면 자동으로 연결됩니다.",
    vi:
      "Những nơi dùng Wi-Fi miễn phí. Ở nơi có OpenRoaming, điện thoại cài đặt một lần sẽ tự kết nối."
  )
  static let words = LocalizedText(
    ja: "施設名・住所・SSID", en: "Name, address or SSID", easy: "名前・住所・SSID", zhHans: "设施名、地址、SSID",
    ko: "시설명·주소·SSID", vi: "Tên, địa chỉ hoặc SSID")
  static let facilityClass = LocalizedText(
    ja: "施設の種類", en: "Kind of place", easy: "場所の 種類", zhHans: "设施类型", ko: "시설 종류",
    vi: "Loại địa điểm")
  static let all = LocalizedText(
    ja: "すべて", en: "All", easy: "ぜんぶ", zhHans: "全部", ko: "전체", vi: "Tất cả")
  static let onlyOpenRoaming = LocalizedText(
    ja: "OpenRoaming対応の場所だけ", en: "Only places with OpenRoaming",
    easy: "OpenRoamingの 場所だけ", zhHans: "仅限支持OpenRoaming的地点",
    ko: "OpenRoaming 가능한 곳만", vi: "Chỉ nơi có OpenRoaming")
  static let network = LocalizedText(
    ja: "接続方式", en: "Kind of network", easy: "つなぎ方", zhHans: "连接方式", ko: "접속 방식",
    vi: "Cách kết nối")
  static let search = LocalizedText(
    ja: "探す", en: "Search", easy: "さがす", zhHans: "查找", ko: "찾기", vi: "Tìm")
  static let nearMe = LocalizedText(
    ja: "現在地の近くを探す", en: "Near me", easy: "ちかくを さがす", zhHans: "查找附近", ko: "내 주변 찾기",
    vi: "Gần tôi")
  static let nearMePrivacy = LocalizedText(
    ja: "位置は約100mに丸めて送り、保存しません。",
    en: "Your position is rounded to about 100 m and not stored.",
    easy: "あなたの 場所は ほぞんしません。", zhHans: "位置将按约100米取整后发送，不会保存。",
    ko: "위치는 약 100m 단위로 반올림해 보내며 저장하지 않습니다.",
    vi: "Vị trí được làm tròn đến khoảng 100 m và không được lưu.")
  static let notLocated = LocalizedText(
    ja: "位置を取得できませんでした。施設名や住所で探してください。",
    en: "Your position could not be found. Search by name or address.",
    easy: "場所が わかりません。名前や 住所で さがしてください。",
    zhHans: "无法获取位置，请用设施名或地址查找。", ko: "위치를 확인할 수 없습니다. 이름이나 주소로 찾아 주세요.",
    vi: "Không xác định được vị trí. Hãy tìm theo tên hoặc địa chỉ.")
  static let reset = LocalizedText(
    ja: "条件を消す", en: "Clear", easy: "はじめから", zhHans: "清除条件", ko: "조건 지우기", vi: "Xóa điều kiện")
  static let none = LocalizedText(
    ja: "条件に合う場所はありません。", en: "No place matches.", easy: "そのような 場所は ありません。",
    zhHans: "没有符合条件的地点。", ko: "조건에 맞는 장소가 없습니다.", vi: "Không có nơi nào phù hợp.")
  static let noneYet = LocalizedText(
    ja: "まだ登録されていません。", en: "None is registered yet.", easy: "まだ ありません。",
    zhHans: "尚无登记。", ko: "아직 등록되지 않았습니다.", vi: "Chưa có nơi nào.")
  static let sites = LocalizedText(
    ja: "Wi-Fiの場所", en: "Places with Wi-Fi", easy: "Wi-Fiの 場所", zhHans: "Wi-Fi地点", ko: "와이파이 장소",
    vi: "Nơi có Wi-Fi")
  static let print = LocalizedText(
    ja: "印刷用の一覧", en: "List to print", easy: "いんさつする", zhHans: "打印列表", ko: "인쇄용 목록",
    vi: "Danh sách để in")
  static let openData = LocalizedText(
    ja: "オープンデータ", en: "Open data", zhHans: "开放数据", ko: "공공데이터", vi: "Dữ liệu mở")
  static let showAll = LocalizedText(
    ja: "地図にすべて表示する", en: "Show all on the map", easy: "ぜんぶ 見る", zhHans: "在地图上显示全部",
    ko: "지도에 모두 표시", vi: "Hiện tất cả trên bản đồ")
  static let here = LocalizedText(
    ja: "現在地", en: "Where you are", easy: "いまの 場所", zhHans: "当前位置", ko: "현재 위치",
    vi: "Vị trí của bạn")
  static let bySquare = LocalizedText(
    ja: "地域メッシュごとの数", en: "Places by mesh", easy: "四角ごとの 数", zhHans: "各网格的数量",
    ko: "메시별 수", vi: "Số nơi theo ô")
  static let square = LocalizedText(
    ja: "地域メッシュ（JIS X 0410）", en: "Mesh (JIS X 0410)", easy: "四角の 番号",
    zhHans: "网格（JIS X 0410）", ko: "메시(JIS X 0410)", vi: "Ô (JIS X 0410)")
  static let wiFi = LocalizedText(everywhere: "Wi-Fi")

  static let yes = LocalizedText(
    ja: "対応", en: "Yes", easy: "つかえます", zhHans: "支持", ko: "지원", vi: "Có")

  static func count(_ number: Int) -> LocalizedText {
    let number = NumberText.grouped(number)
    return LocalizedText(
      ja: "\(number)か所", en: "\(number) places", easy: "\(number)か所", zhHans: "\(number)处",
      ko: "\(number)곳", vi: "\(number) nơi")
  }

  /// How many are listed where somebody said where they are: no more than a page.
  static func nearest(_ number: Int) -> LocalizedText {
    let number = NumberText.grouped(number)
    return LocalizedText(
      ja: "近い順に\(number)か所", en: "nearest first: \(number)", easy: "近い 順に \(number)か所",
      zhHans: "由近及远\(number)处", ko: "가까운 순 \(number)곳", vi: "gần nhất trước: \(number)")
  }

  static func left(_ number: Int) -> LocalizedText {
    let number = NumberText.grouped(number)
    return LocalizedText(
      ja: "離れた\(number)か所はこの地図の外にあります。", en: "\(number) more lie outside of this map.",
      easy: "地図の 外に \(number)か所 あります。", zhHans: "另有\(number)处在此地图之外。",
      ko: "멀리 떨어진 \(number)곳은 이 지도 밖에 있습니다.", vi: "\(number) nơi khác nằm ngoài bản đồ này.")
  }

  /// How far it is, rounded as far as it matters to who walks.
  static func distance(_ metres: Double) -> LocalizedText {
    guard metres < 950 else {
      let text = NumberText.fixed(metres / 1000, decimals: 1)
      return LocalizedText(everywhere: "\(text) km")
    }
    return LocalizedText(everywhere: "\(Int((metres / 10).rounded()) * 10) m")
  }
}
