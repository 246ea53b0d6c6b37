import YuiStorage
import YuiText

/// What somebody who uses a site found wrong with it.
enum ReportKind: String, CaseIterable, Sendable, SQLBindable {
  case noSignal = "no-signal"
  case noConnection = "no-connection"
  case slow
  case wrongPlace = "wrong-place"
  case other

  /// Its place in the order of the form, from 1, by which cases are filtered.
  var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  var name: LocalizedText {
    switch self {
    case .noSignal:
      LocalizedText(
        ja: "電波（SSID）が見つからない", en: "The network cannot be seen",
        easy: "Wi-Fiの 名前が 見つかりません", zhHans: "找不到信号（SSID）", ko: "전파(SSID)가 보이지 않음",
        vi: "Không thấy mạng (SSID)")
    case .noConnection:
      LocalizedText(
        ja: "見つかるが、つながらない", en: "It can be seen but does not connect",
        easy: "Wi-Fiに つながりません", zhHans: "能看到但无法连接", ko: "보이지만 연결되지 않음",
        vi: "Thấy mạng nhưng không kết nối được")
    case .slow:
      LocalizedText(
        ja: "とても遅い、すぐ切れる", en: "Very slow, or it breaks off",
        easy: "とても おそいです、すぐ きれます", zhHans: "非常慢或经常断线", ko: "매우 느리거나 자주 끊김",
        vi: "Rất chậm hoặc hay bị ngắt")
    case .wrongPlace:
      LocalizedText(
        ja: "場所や案内が間違っている", en: "The place or what is said of it is wrong",
        easy: "場所や せつめいが まちがっています", zhHans: "地点或说明有误", ko: "장소나 안내가 잘못됨",
        vi: "Địa điểm hoặc thông tin sai")
    case .other:
      LocalizedText(
        ja: "その他", en: "Something else", easy: "ほかの こと", zhHans: "其他", ko: "기타", vi: "Khác")
    }
  }
}
