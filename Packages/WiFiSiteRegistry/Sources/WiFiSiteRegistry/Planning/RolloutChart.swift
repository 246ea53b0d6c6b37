import YuiHTML
import YuiStatistics
import YuiText

/// The progress of OpenRoaming: a bar for each point in time, against what is aimed at.
struct RolloutChart: Component {
  let progress: RolloutProgress
  let language: Language

  var markup: HTML {
    LevelsChart(
      id: "rollout", title: title, rows: progress.points.map(row),
      headings: [
        text("時点", "When"), text("区分", "Part"), text("施設の数", "Sites"), text("割合", "Share"),
      ], finding: finding, isRestOpen: true, language: language,
      source: p {
        text(
          "台帳にある開始日から数えています。「測定」は入力された値です。",
          "Counted by the days on which sites began; what is marked as measured was entered.")
        if progress.undated > 0 {
          text(
            "開始日のわからない\(NumberText.grouped(progress.undated))件は、いまの数にだけ含みます。",
            " Of \(NumberText.grouped(progress.undated)) the day is unknown: they count today only."
          )
        }
      }
    ).markup
  }

  private func text(_ ja: String, _ en: String) -> String {
    LocalizedText(ja: ja, en: en)[language]
  }

  /// The whole of each bar: what is aimed at, or the most there ever were.
  private var whole: Int {
    max(progress.target?.sites ?? 0, progress.points.map(\.sites).max() ?? 0, 1)
  }

  private var title: String {
    guard let target = progress.target else {
      return text("OpenRoamingに対応した施設の数", "Sites that speak OpenRoaming")
    }
    let (ja, en) = (target.year.text(.ja), target.year.text(.en))
    let sites = NumberText.grouped(target.sites)
    return text(
      "OpenRoamingに対応した施設の数（目標：\(ja)末までに\(sites)施設）",
      "Sites that speak OpenRoaming (target: \(sites) by the end of \(en))")
  }

  private var finding: String {
    guard let (sites, ja, en) = standing else {
      return text("まだ対応した施設はありません。", "No site does so yet.")
    }
    guard let target = progress.target else { return text("\(ja)です。", "\(en).") }
    guard sites < target.sites else {
      return text("\(ja)で、目標に達しています。", "\(en): the target is reached.")
    }
    let left = NumberText.grouped(target.sites - sites)
    return progress.isOverdue
      ? text("\(ja)です。目標の期限を過ぎ、あと\(left)施設です。", "\(en). The target is overdue, \(left) to go.")
      : text("\(ja)で、目標まであと\(left)施設です。", "\(en), \(left) to go.")
  }

  /// How many there are: those of the register, or else those that were measured last.
  private var standing: (sites: Int, ja: String, en: String)? {
    if progress.now > 0 {
      let now = NumberText.grouped(progress.now)
      return (progress.now, "いま\(now)施設が対応", "\(now) sites do so now")
    }
    guard let last = progress.points.last, last.milestone != nil else { return nil }
    let sites = NumberText.grouped(last.sites)
    return (
      last.sites, "\(last.day.text(.ja))の測定では\(sites)施設が対応",
      "\(sites) sites did so when they were counted on \(last.day.text(.en))"
    )
  }

  private func row(_ point: RolloutProgress.Point) -> LevelsChart.Row {
    let shares = LargestRemainder.percentages([point.sites, whole - point.sites])
    let day = point.day.text(language)
    let rest = LevelsChart.Level(
      text("残り", "To go"), count: whole - point.sites, percentage: shares[1])
    return LevelsChart.Row(
      point.milestone == nil ? day : text("\(day)（測定）", "\(day) (measured)"),
      value: NumberText.grouped(point.sites),
      levels: [
        .init(text("対応", "With OpenRoaming"), count: point.sites, percentage: shares[0])
      ] + (progress.target == nil ? [] : [rest]))
  }
}
