import YuiText

/// The names of what residents read, in their languages.
extension AssetField.Words {
  static let assetClass = Self(
    ja: "種類", en: "Class", easy: "種類", zhHans: "种类", ko: "종류", vi: "Loại")
  static let owner = Self(
    ja: "所有者", en: "Owner", easy: "もちぬし", zhHans: "所有者", ko: "소유자", vi: "Chủ sở hữu")
  static let bureau = Self(
    ja: "所管部署", en: "Bureau", easy: "かかりの 課", zhHans: "主管部门", ko: "담당 부서", vi: "Đơn vị phụ trách")
  static let address = Self(
    ja: "住所", en: "Address", easy: "住所", zhHans: "地址", ko: "주소", vi: "Địa chỉ")
  static let area = Self(
    ja: "面積", en: "Area", easy: "広さ", zhHans: "面积", ko: "면적", vi: "Diện tích",
    unit: LocalizedText(everywhere: "m²"))
  static let height = Self(
    ja: "高さ", en: "Height", easy: "高さ", zhHans: "高度", ko: "높이", vi: "Chiều cao",
    unit: AssetField.metres)
  static let streetDistance = Self(
    ja: "道路までの距離", en: "Distance to the street", easy: "道までの 長さ", zhHans: "距道路距离", ko: "도로까지의 거리",
    vi: "Khoảng cách tới đường", unit: AssetField.metres)
  static let power = Self(
    ja: "電源", en: "Power", easy: "電気", zhHans: "电源", ko: "전원", vi: "Nguồn điện",
    help: LocalizedText(
      ja: "available、nearby、noneか、説明。例）屋上分電盤に空きあり",
      en: "available, nearby, none, or in words: spare breaker on the roof"))
  static let load = Self(
    ja: "耐荷重", en: "Load", easy: "のせられる 重さ", zhHans: "承重", ko: "하중", vi: "Tải trọng",
    help: LocalizedText(ja: "単位を添えてください。例）300 kg/m²", en: "With its unit, such as 300 kg/m²"))
  static let sharing = Self(
    ja: "共用（インフラシェアリング）", en: "Sharing allowed", easy: "ほかの 会社と いっしょに つかえるか", zhHans: "可否共享",
    ko: "공용 가능", vi: "Cho phép dùng chung")
  static let legalBasis = Self(
    ja: "法的根拠", en: "Legal basis", easy: "法律", zhHans: "法律依据", ko: "법적 근거", vi: "Cơ sở pháp lý")
  static let availability = Self(
    ja: "利用の状況", en: "Availability", easy: "つかえるか", zhHans: "使用状况", ko: "이용 상황", vi: "Tình trạng")
  static let verifiedOn = Self(
    ja: "最終確認日", en: "Last verified", easy: "さいごに たしかめた 日", zhHans: "最后确认日", ko: "최종 확인일",
    vi: "Kiểm tra lần cuối")
  static let municipality = Self(
    ja: "所在地の自治体コード", en: "Municipality", easy: "市や 区", zhHans: "所在市区町村", ko: "소재지 지자체",
    vi: "Địa phương",
    help: LocalizedText(ja: "空欄の場合は住所から判断します。", en: "Found by the address where it is left empty."))
  static let currentUse = Self(
    ja: "今の使われ方", en: "Current use", easy: "いまの つかい方", zhHans: "目前用途", ko: "현재 용도",
    vi: "Công dụng hiện tại")
  static let contact = Self(
    ja: "問い合わせ先", en: "Contact", easy: "聞く ところ", zhHans: "咨询处", ko: "문의처", vi: "Liên hệ",
    help: LocalizedText(
      ja: "公開した資産では誰でも読め、台帳の記録にも残ります。個人名ではなく部署の連絡先を書いてください。",
      en: """
        Everybody reads it where the asset is public, and the ledger keeps it: an office, not a person.
        """))
  static let note = Self(
    ja: "備考", en: "Note", easy: "そのほか", zhHans: "备注", ko: "비고", vi: "Ghi chú",
    help: LocalizedText(
      ja: "公開した資産では誰でも読め、台帳の記録にも残ります。",
      en: "Everybody reads it where the asset is public, and the ledger keeps it."))
}
