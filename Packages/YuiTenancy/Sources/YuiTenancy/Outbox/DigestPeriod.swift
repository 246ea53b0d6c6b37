import YuiStorage
import YuiText

/// How often a digest comes.
enum DigestPeriod: String, Sendable, CaseIterable, SQLBindable {
  /// Each morning at seven.
  case daily
  /// On Monday mornings at seven.
  case weekly

  /// The name for people.
  var name: LocalizedText {
    switch self {
    case .daily: LocalizedText(ja: "毎日", en: "Daily")
    case .weekly: LocalizedText(ja: "毎週月曜日", en: "On Mondays")
    }
  }

  /// The last moment up to `now` at which one was due: seven in the morning, in Japan.
  func lastDue(at now: Timestamp) -> Timestamp {
    let seven: Int64 = 7 * 3600
    var day = now.date
    if day.start.adding(seconds: seven) > now { day = day.adding(days: -1) }
    if self == .weekly { day = day.adding(days: 1 - day.weekday) }
    return day.start.adding(seconds: seven)
  }

  /// The moment at which the one before was due.
  func previous(of due: Timestamp) -> Timestamp {
    due.adding(seconds: self == .daily ? -86_400 : -7 * 86_400)
  }
}
