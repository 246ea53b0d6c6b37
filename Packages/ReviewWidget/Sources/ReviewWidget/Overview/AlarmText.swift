import YuiHTML
import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// Alarms in words.
enum AlarmText {
  static func sentence(_ alarm: FallingShare, _ context: RequestContext) -> String {
    let recent = alarm.recent.share.map(Percent.text) ?? "–"
    let usual = alarm.usual.share.map(Percent.text) ?? "–"
    let day = alarm.noticedAt.date.text(context.language)
    return switch alarm.kind {
    case .sudden:
      context.text(
        ja: "満足の割合が\(recent)に下がりました（ふだんは\(usual)、\(day)に検知）。偶然では説明できない低さです。",
        en:
          "The satisfied fell to \(recent) (usually \(usual), noticed on \(day)): lower than chance explains."
      )
    case .lasting:
      context.text(
        ja: "満足の割合が\(recent)で、ふだん（\(usual)）より低い状態が続いています（\(day)に検知）。",
        en:
          "The satisfied stay at \(recent), below the usual \(usual) (noticed on \(day))."
      )
    }
  }

  /// What the staff front page shows of open alarms.
  static func banner(_ context: RequestContext, _ source: some Queryable) throws -> HTML {
    let alarms = try FallingShare.open(in: source).compactMap { alarm in
      try ServiceStore.service(alarm.service, in: source).map { (alarm, $0) }
    }
    if alarms.isEmpty { return HTML() }
    return NotificationBanner(
      .warning,
      context.text(
        ja: "満足の割合が下がっているサービスがあります（\(alarms.count)件）",
        en: alarms.count == 1
          ? "The satisfied of a service are falling"
          : "The satisfied of \(alarms.count) services are falling"),
      language: context.language
    ) {
      ul {
        for (alarm, service) in alarms {
          li {
            a(.href("/staff/reviews/overview")) {
              HTML(service.name, in: context.language)
            }
            HTML(context.text(ja: "：", en: ": "))
            sentence(alarm, context)
          }
        }
      }
    }.markup
  }
}
