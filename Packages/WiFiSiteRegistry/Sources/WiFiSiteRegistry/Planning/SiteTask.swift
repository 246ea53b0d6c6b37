import YuiText

/// What is to be done next at a site.
enum SiteTask: String, CaseIterable, Sendable {
  case outForLong = "out-for-long"
  case noPosition = "no-position"
  case doubtfulPosition = "doubtful-position"
  case overduePlan = "overdue-plan"
  case notVerified = "not-verified"
  case noAccessPoints = "no-access-points"

  /// After so many days without Wi-Fi somebody has to ask why.
  static let longOut = 14

  var name: LocalizedText {
    switch self {
    case .outForLong:
      LocalizedText(
        ja: "\(Self.longOut)日以上、障害が続いている",
        en: "Not working as it should for \(Self.longOut) days or more")
    case .noPosition: LocalizedText(ja: "位置がない", en: "No position")
    case .doubtfulPosition: LocalizedText(ja: "位置に疑いがある", en: "Doubtful position")
    case .overduePlan:
      LocalizedText(ja: "OpenRoamingの予定日を過ぎている", en: "OpenRoaming is overdue")
    case .notVerified: LocalizedText(ja: "1年以上確認していない", en: "Not verified for a year")
    case .noAccessPoints: LocalizedText(ja: "アクセスポイントの登録がない", en: "No access point known")
    }
  }

  /// What to do about it.
  var advice: LocalizedText {
    switch self {
    case .outForLong:
      LocalizedText(
        ja: "修理の見込みを業者に確かめ、直っていれば利用状況を「利用できます」に戻します。",
        en: "Ask when it will be repaired, or set it to working where it has been.")
    case .noPosition:
      LocalizedText(
        ja: "緯度と経度を入力します。地図に表示されるようになります。", en: "Enter its position, so that maps show it.")
    case .doubtfulPosition:
      LocalizedText(
        ja: "地図で確かめ、位置を直すか、正しいものとします。", en: "Look at the map; mend the position or confirm it.")
    case .overduePlan:
      LocalizedText(
        ja: "対応済みにするか、新しい予定日を入力します。", en: "Say that it is done, or enter a new day.")
    case .notVerified:
      LocalizedText(ja: "現地で、使えるかどうかを確かめます。", en: "Go there and see whether it works.")
    case .noAccessPoints:
      LocalizedText(ja: "機器の場所と設定を入力します。", en: "Enter where its devices are and how they are set.")
    }
  }

  /// The sites that it is to be done at.
  func query(today: CalendarDate) -> StaffSiteQuery {
    var query = StaffSiteQuery()
    switch self {
    case .outForLong:
      query.statuses = .faulty
      query.unchangedSince = today.adding(days: -Self.longOut)
    case .noPosition: query.position = .missing
    case .doubtfulPosition: query.position = .doubtful
    case .overduePlan: query.openRoamingDueBefore = today
    case .notVerified:
      query.statuses = .inUse
      query.notVerifiedSince = today.aYearBefore
    case .noAccessPoints:
      query.statuses = .inUse
      query.hasNoAccessPoints = true
    }
    return query
  }
}
