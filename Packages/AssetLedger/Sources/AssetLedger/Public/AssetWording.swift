import YuiText

/// What the public pages of the ledger say.
enum AssetWording {
  static let title = LocalizedText(
    ja: "5G基地局に使える公有資産を探す", en: "Find public assets for 5G base stations",
    easy: "5Gの アンテナを おける ところを さがす", zhHans: "查找可用于5G基站的公共资产",
    ko: "5G 기지국에 쓸 수 있는 공유 자산 찾기", vi: "Tìm tài sản công cho trạm 5G")
  static let lead = LocalizedText(
    ja: "自治体が通信事業者に開放する建物、土地、バス停、街路灯などです。掲載は許可を約束するものではありません。",
    en:
      "Buildings, land, bus stops, street lights and more that the municipality opens to carriers. "
      + "That an asset is listed promises no permit.",
    easy: "町の たてものや 土地です。けいたい電話の 会社が アンテナを おくことが できます。",
    zhHans: "地方政府向通信运营商开放的建筑、土地、公交站、路灯等。刊登不代表承诺许可。",
    ko: "지자체가 통신사업자에게 개방하는 건물, 토지, 버스 정류장, 가로등 등입니다. 게재가 허가를 약속하지는 않습니다.",
    vi:
      "Tòa nhà, đất, trạm xe buýt, đèn đường... mà chính quyền mở cho nhà mạng. Có trong danh sách không có nghĩa là được cấp phép."
  )
  static let words = LocalizedText(
    ja: "名称・住所・資産番号", en: "Name, address or id", easy: "名前・住所・番号", zhHans: "名称、地址、编号",
    ko: "명칭·주소·번호", vi: "Tên, địa chỉ hoặc mã")
  static let all = LocalizedText(
    ja: "すべて", en: "All", easy: "ぜんぶ", zhHans: "全部", ko: "전체", vi: "Tất cả")
  static let conditions = LocalizedText(
    ja: "条件", en: "Conditions", easy: "えらぶ", zhHans: "条件", ko: "조건", vi: "Điều kiện")
  static let onlySharing = LocalizedText(
    ja: "共用できるものだけ", en: "Only those that may be shared", easy: "いっしょに つかえる ものだけ",
    zhHans: "仅限可共享", ko: "공용 가능한 것만", vi: "Chỉ nơi cho dùng chung")
  static let onlyPower = LocalizedText(
    ja: "電源があるものだけ", en: "Only those with power", easy: "電気が ある ものだけ", zhHans: "仅限有电源",
    ko: "전원이 있는 것만", vi: "Chỉ nơi có điện")
  static let leastHeight = LocalizedText(
    ja: "高さ（m以上）", en: "Height in m, at least", easy: "高さ（m より 高い）", zhHans: "高度（m以上）",
    ko: "높이(m 이상)", vi: "Chiều cao (từ m)")
  static let leastArea = LocalizedText(
    ja: "面積（m²以上）", en: "Area in m², at least", easy: "広さ（m² より 広い）", zhHans: "面积（m²以上）",
    ko: "면적(m² 이상)", vi: "Diện tích (từ m²)")
  static let mostStreetDistance = LocalizedText(
    ja: "道路まで（m以内）", en: "From the street in m, at most", easy: "道まで（m より 近い）",
    zhHans: "距道路（m以内）", ko: "도로까지(m 이내)", vi: "Cách đường (tối đa m)")
  static let municipality = LocalizedText(
    ja: "市区町村", en: "Municipality", easy: "市や 区", zhHans: "市区町村", ko: "시구정촌",
    vi: "Địa phương")
  static let search = LocalizedText(
    ja: "探す", en: "Search", easy: "さがす", zhHans: "查找", ko: "찾기", vi: "Tìm")
  static let reset = LocalizedText(
    ja: "条件を消す", en: "Clear", easy: "はじめから", zhHans: "清除条件", ko: "조건 지우기", vi: "Xóa điều kiện")
  static let none = LocalizedText(
    ja: "条件に合う資産はありません。値のわからない資産は、その条件では見つかりません。",
    en: "No asset matches. Where a value is not known, a condition on it finds nothing.",
    easy: "そのような ものは ありません。", zhHans: "没有符合条件的资产。", ko: "조건에 맞는 자산이 없습니다.",
    vi: "Không có tài sản nào phù hợp.")
  static let noneYet = LocalizedText(
    ja: "まだ公開されていません。", en: "None is published yet.", easy: "まだ ありません。", zhHans: "尚未公开。",
    ko: "아직 공개되지 않았습니다.", vi: "Chưa có tài sản nào.")
  static let assets = LocalizedText(
    ja: "公有資産", en: "Public assets", easy: "町の たてものや 土地", zhHans: "公共资产", ko: "공유 자산",
    vi: "Tài sản công")
  static let openData = LocalizedText(
    ja: "オープンデータ", en: "Open data", zhHans: "开放数据", ko: "공공데이터", vi: "Dữ liệu mở")
  static let showAll = LocalizedText(
    ja: "地図にすべて表示する", en: "Show all on the map", easy: "ぜんぶ 見る", zhHans: "在地图上显示全部",
    ko: "지도에 모두 표시", vi: "Hiện tất cả trên bản đồ")
  static let bySquare = LocalizedText(
    ja: "地域メッシュごとの数", en: "Assets by mesh", easy: "四角ごとの 数", zhHans: "各网格的数量",
    ko: "메시별 수", vi: "Số tài sản theo ô")
  static let square = LocalizedText(
    ja: "地域メッシュ（JIS X 0410）", en: "Mesh (JIS X 0410)", easy: "四角の 番号",
    zhHans: "网格（JIS X 0410）", ko: "메시(JIS X 0410)", vi: "Ô (JIS X 0410)")
  static let place = LocalizedText(
    ja: "場所", en: "Where it is", zhHans: "位置", ko: "위치", vi: "Vị trí")
  static let thisPlace = LocalizedText(
    ja: "この資産", en: "This asset", easy: "これ", zhHans: "此资产", ko: "이 자산", vi: "Tài sản này")
  static let doubtful = LocalizedText(
    ja: "位置は確認中です。実際と異なることがあります。", en: "The position is being checked and may be wrong.",
    easy: "場所が ちがうかも しれません。", zhHans: "位置正在确认，可能与实际不符。",
    ko: "위치를 확인 중이며 실제와 다를 수 있습니다.", vi: "Vị trí đang được kiểm tra và có thể chưa đúng.")
  static let unknown = LocalizedText(
    ja: "不明", en: "Not known", easy: "わかりません", zhHans: "不明", ko: "알 수 없음", vi: "Chưa rõ")
  static let yes = LocalizedText(
    ja: "はい", en: "Yes", zhHans: "是", ko: "예", vi: "Có")
  static let no = LocalizedText(
    ja: "いいえ", en: "No", zhHans: "否", ko: "아니요", vi: "Không")
  static let asked = LocalizedText(
    ja: "設置に必要なこと", en: "What operators ask", easy: "大切な こと", zhHans: "设置所需信息",
    ko: "설치에 필요한 정보", vi: "Thông tin cần cho lắp đặt")
  static let id = LocalizedText(
    ja: "資産番号", en: "Id", easy: "番号", zhHans: "资产编号", ko: "자산 번호", vi: "Mã tài sản")
  static let contact = LocalizedText(
    ja: "問い合わせ先", en: "Contact", easy: "聞く ところ", zhHans: "咨询处", ko: "문의처", vi: "Liên hệ")
  static let neighbours = LocalizedText(
    ja: "近くの資産を地図で見る", en: "Assets near here", easy: "ちかくの もの", zhHans: "附近的资产",
    ko: "근처의 자산", vi: "Tài sản gần đây")

  static func count(_ number: Int) -> LocalizedText {
    let number = NumberText.grouped(number)
    return LocalizedText(
      ja: "\(number)件", en: "\(number)", easy: "\(number)", zhHans: "\(number)件", ko: "\(number)건",
      vi: "\(number)")
  }

  static func left(_ number: Int) -> LocalizedText {
    let number = NumberText.grouped(number)
    return LocalizedText(
      ja: "離れた\(number)件はこの地図の外にあります。", en: "\(number) more lie outside of this map.",
      easy: "地図の 外に \(number) あります。", zhHans: "另有\(number)件在此地图之外。",
      ko: "멀리 떨어진 \(number)건은 이 지도 밖에 있습니다.",
      vi: "\(number) tài sản khác nằm ngoài bản đồ này.")
  }
}
