import YuiText

/// Whether a site works.
enum SiteStatus: String, CaseIterable, Sendable {
  case working
  case partly
  case out
  case planned
  case retired

  /// Whether people who look for Wi-Fi are shown it.
  var isPublic: Bool { self != .retired }

  var name: LocalizedText {
    switch self {
    case .working:
      LocalizedText(
        ja: "利用できます", en: "Working", easy: "つかえます", zhHans: "可用", ko: "이용 가능",
        vi: "Hoạt động")
    case .partly:
      LocalizedText(
        ja: "一部で障害", en: "Partly working", easy: "つかえない ところが あります", zhHans: "部分可用",
        ko: "일부 장애", vi: "Hoạt động một phần")
    case .out:
      LocalizedText(
        ja: "停止中", en: "Out of service", easy: "いまは つかえません", zhHans: "暂停服务", ko: "중단됨",
        vi: "Ngừng hoạt động")
    case .planned:
      LocalizedText(
        ja: "整備予定", en: "Planned", easy: "これから できます", zhHans: "计划中", ko: "설치 예정",
        vi: "Đã lên kế hoạch")
    case .retired:
      LocalizedText(
        ja: "廃止", en: "Retired", easy: "おわりました", zhHans: "已停用", ko: "폐지", vi: "Đã gỡ bỏ")
    }
  }
}
