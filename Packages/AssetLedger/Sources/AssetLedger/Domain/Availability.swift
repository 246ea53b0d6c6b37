import YuiText

/// Whether a carrier can still have it.
enum Availability: String, CaseIterable, Sendable {
  case open
  case negotiating
  case reserved
  case occupied
  case closed

  var name: LocalizedText {
    switch self {
    case .open:
      LocalizedText(
        ja: "申請できます", en: "Open", easy: "申し込めます", zhHans: "可申请", ko: "신청 가능", vi: "Còn mở")
    case .negotiating:
      LocalizedText(
        ja: "協議中", en: "Under negotiation", easy: "話し合っています", zhHans: "协商中", ko: "협의 중",
        vi: "Đang thương lượng")
    case .reserved:
      LocalizedText(
        ja: "予約済み", en: "Reserved", easy: "予約が あります", zhHans: "已预留", ko: "예약됨",
        vi: "Đã giữ chỗ")
    case .occupied:
      LocalizedText(
        ja: "利用中", en: "Occupied", easy: "もう つかっています", zhHans: "使用中", ko: "이용 중",
        vi: "Đang sử dụng")
    case .closed:
      LocalizedText(
        ja: "対象外", en: "Not available", easy: "つかえません", zhHans: "不开放", ko: "대상 아님",
        vi: "Không mở")
    }
  }
}
